import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { output, RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority, KeyPair } from '../../../systems/certificate-authority';
import { AttachedServer } from '../attached-world';

export const DATABASE = 'shop';

const FOLDER = join(WORK, 'mariadb');
const SOCKET = join(FOLDER, 'socket');

/** A MariaDB server at port 3306, which takes clients by TLS alone; the run itself by a socket file. */
export async function startMariaDb(host: string, logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await output(['mariadb-install-db', '--no-defaults', `--datadir=${FOLDER}/data`, '--auth-root-authentication-method=normal', '--skip-test-db', '--user=root']);
  const server = run(await authority.sign(host));
  await server.ready(async () => (await sql('select 1')).trim() === '1');
  await sql(`create database ${DATABASE};\n${logins.map(user).join('\n')}`);
  return server;
}

function run({ keyFile, certificateFile }: KeyPair): RunningProgram {
  return RunningProgram.start('mariadb', [
    'mariadbd', '--no-defaults', '--user=root', `--datadir=${FOLDER}/data`, `--socket=${SOCKET}`, '--bind-address=127.0.0.1', '--skip-name-resolve', '--require-secure-transport=ON',
    `--ssl-key=${keyFile}`, `--ssl-cert=${certificateFile}`, '--character-set-server=utf8mb4', '--innodb-flush-log-at-trx-commit=0', '--max-connections=200',
  ]);
}

function user({ username, password }: Login): string {
  return `create user ${quoted(username)}@'%' identified by ${quoted(password)}; grant all on ${DATABASE}.* to ${quoted(username)}@'%';`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

async function sql(statements: string): Promise<string> {
  return output(['mariadb', '--no-defaults', '--batch', '--skip-column-names', '--default-character-set=utf8mb4', '--user=root', `--socket=${SOCKET}`], { input: statements });
}
