import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { output, RunningProgram, WORK } from '../../../harness/process';
import { KeyPair } from '../../../systems/certificate-authority';
import { FERRETDB } from '../../../toolbox/ferretdb';
import { PYTHON } from '../../../toolbox/python';
import { AttachedServer } from '../attached-world';

const FOLDER = join(WORK, 'mongodb');
const ADMINISTRATOR: Login = { username: 'administrator', password: 'letters' };

/** FerretDB, which keeps what it is told in SQLite, at port 27017: it takes clients by TLS alone. For each part of the users it begins anew. */
export class FerretDb implements AttachedServer {
  private running?: RunningProgram;
  private known: readonly Login[] = [];

  public constructor(private readonly certificate: KeyPair, private readonly host: string) {}

  public async letIn(logins: readonly Login[]): Promise<void> {
    if (logins.every((login, i) => login === this.known[i])) return;
    await this.stop();
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(join(FOLDER, 'data'), { recursive: true });
    this.running = start(this.certificate);
    const url = `mongodb://${ADMINISTRATOR.username}:${ADMINISTRATOR.password}@${this.host}/?tls=true&tlsInsecure=true&serverSelectionTimeoutMS=5000`;
    await this.running.ready(() => enters(url));
    const half = Math.ceil(logins.length / 2);
    await Promise.all([logins.slice(0, half), logins.slice(half)].map(part => createUsers(url, part)));
    this.known = logins;
  }

  public async stop(): Promise<void> {
    await this.running?.stop();
    this.known = [];
  }
}

function start({ keyFile, certificateFile }: KeyPair): RunningProgram {
  return RunningProgram.start('ferretdb', [
    FERRETDB.path('ferretdb'), '--telemetry=disable', '--handler=sqlite', `--sqlite-url=file:${FOLDER}/data/`, `--state-dir=${FOLDER}`, '--log-level=warn', '--debug-addr=-',
    '--listen-addr=', '--listen-tls=127.0.0.1:27017', `--listen-tls-cert-file=${certificateFile}`, `--listen-tls-key-file=${keyFile}`,
    '--test-enable-new-auth', '--setup-database=admin', `--setup-username=${ADMINISTRATOR.username}`, `--setup-password=${ADMINISTRATOR.password}`,
  ]);
}

async function enters(url: string): Promise<boolean> {
  return createUsers(url, []).then(() => true, () => false);
}

/** One after the other, because the server derives a key for each password. */
async function createUsers(url: string, logins: readonly Login[]): Promise<void> {
  await output([PYTHON.path('bin/python'), join(__dirname, 'create-users.py'), url], { input: JSON.stringify(logins) });
}
