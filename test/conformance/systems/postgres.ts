import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../clients/hostile-logins';
import { eventually } from '../harness/eventually';
import { output, RunningProgram, WORK } from '../harness/process';
import { postgresFolder } from '../toolbox/debian';
import { KeyPair } from './certificate-authority';

/** PostgreSQL refuses to run as root. Debian's package brings the user. */
const AS_POSTGRES = ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'];

/** Clients come by TLS and with a password (SCRAM-SHA-256) only; the run itself, and the standby, by a socket file. */
const WHO_MAY_ENTER = 'local all all trust\nlocal replication all trust\nhostssl all all all scram-sha-256\n';

/** Nothing needs to survive a crash here, so nothing waits for a disk; and shared memory lies in files of the run, not of the machine. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB', dynamic_shared_memory_type: 'mmap', ssl: 'on' };

/** A PostgreSQL server, and a hot standby of it that follows at another address. Both at port 5432. */
export class Postgres {
  /**
   * @param addresses of the server, and of the standby
   * @param certificate what both prove themselves by
   */
  public static async start(addresses: readonly [string, string], certificate: KeyPair): Promise<Postgres> {
    const [primary, standby] = ['postgres', 'postgres-standby'].map(name => join(WORK, name));
    for (const folder of [primary, standby]) rmSync(folder, { recursive: true, force: true });
    mkdirSync(primary, { recursive: true, mode: 0o700 });
    await output(['chown', 'postgres', primary]);
    await output([...AS_POSTGRES, binary('initdb'), '--pgdata', primary, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'], { cwd: primary });
    writeFileSync(join(primary, 'pg_hba.conf'), WHO_MAY_ENTER);
    copyFileSync(certificate.keyFile, join(primary, 'server.key'));
    copyFileSync(certificate.certificateFile, join(primary, 'server.crt'));
    cpSync(primary, standby, { recursive: true });
    writeFileSync(join(standby, 'standby.signal'), '');
    await output(['chown', '-R', 'postgres', primary, standby]);
    await output(['chmod', '0600', join(primary, 'server.key'), join(standby, 'server.key')]);
    const programs = [run(primary, addresses[0]), run(standby, addresses[1], { primary_conninfo: `host=${primary} user=postgres` })];
    const server = new Postgres(programs, primary, standby);
    await server.isReady();
    return server;
  }

  private constructor(private readonly programs: readonly RunningProgram[], private readonly primary: string, private readonly standby: string) {}

  /** Runs statements as the owner of the server, and waits until the standby has them too. */
  public async execute(statements: string, database = 'postgres'): Promise<void> {
    const position = await sql(this.primary, `${statements};\nselect pg_current_wal_lsn()`, database);
    await eventually('the standby follows', async () => await sql(this.standby, `select pg_last_wal_replay_lsn() >= '${position}'`) === 't');
  }

  /** Makes users, in two sessions, because the server derives a key for each password, which takes its time. */
  public async createUsers(logins: readonly Login[]): Promise<void> {
    const users = logins.map(({ username, password }) => `create role ${quoted(username, '"')} login password ${quoted(password, "'")}`);
    const half = Math.ceil(users.length / 2);
    await Promise.all([this.execute(users.slice(0, half).join(';\n')), this.execute(users.slice(half).join(';\n'))]);
  }

  /** What a statement answers at the server, one text a row. */
  public async rows(statement: string): Promise<string[]> {
    return (await answered(this.primary, statement, 'postgres')).split('\n').filter(line => line !== '');
  }

  public async stop(): Promise<void> {
    for (const program of this.programs) await program.stop();
  }

  private async isReady(): Promise<void> {
    const answers = (folder: string) => async () => await sql(folder, 'select 1') === '1';
    await this.programs[0].ready(answers(this.primary));
    await this.programs[1].ready(answers(this.standby));
  }
}

/** In an IPC namespace of its own: whatever happens, no shared memory is left on the machine. */
function run(folder: string, address: string, more: Record<string, string> = {}): RunningProgram {
  const settings = { ...SETTINGS, listen_addresses: address, unix_socket_directories: folder, ...more };
  return RunningProgram.start(`postgres-${address}`, [
    'unshare', '--ipc', ...AS_POSTGRES, binary('postgres'), '-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ], { cwd: folder });
}

/** The last thing that the statements answer. */
async function sql(folder: string, statements: string, database = 'postgres'): Promise<string> {
  return (await answered(folder, statements, database)).split('\n').at(-1)!;
}

async function answered(folder: string, statements: string, database: string): Promise<string> {
  const command = ['psql', '--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1', '--host', folder, '--username=postgres', database];
  return (await output(command, { input: statements })).trim();
}

function quoted(text: string, quote: string): string {
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
}

function binary(name: string): string {
  return join(postgresFolder()!, name);
}
