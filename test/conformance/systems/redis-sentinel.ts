import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../clients/hostile-logins';
import { output, RunningProgram, WORK } from '../harness/process';
import { CertificateAuthority } from './certificate-authority';
import { OWNER } from './redis';

/** What a sentinel watches, and who enters it. */
export interface SentinelProps {
  readonly address: string;
  /** Its own host name, which it tells clients too. */
  readonly host: string;
  /** The name of the group of servers, and the host of their master. */
  readonly master: { readonly name: string; readonly host: string };
  /** Who enters it, as other sentinels do. */
  readonly login: Login;
}

/** A sentinel at port 26379, which takes clients by TLS alone, and as one user. Source: https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/ */
export async function startSentinel({ address, host, master, login }: SentinelProps, authority: CertificateAuthority): Promise<RunningProgram> {
  const folder = join(WORK, `sentinel-${address}`);
  const [file, socket] = [join(folder, 'sentinel.conf'), join(folder, 'socket')];
  const { keyFile, certificateFile } = await authority.sign(host);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text([
    ['bind', address], ['port', '0'], ['tls-port', '26379'], ['tls-key-file', keyFile], ['tls-cert-file', certificateFile], ['tls-ca-cert-file', authority.file],
    ['tls-auth-clients', 'no'], ['tls-replication', 'yes'], ['dir', folder], ['unixsocket', socket],
    ['user', 'default', 'off'], ['user', login.username, 'on', `>${login.password}`, '~*', '&*', '+@all'], ['user', OWNER, 'on', `>${OWNER}`, '~*', '&*', '+@all'],
    ['sentinel', 'resolve-hostnames', 'yes'], ['sentinel', 'announce-hostnames', 'yes'], ['sentinel', 'announce-ip', host],
    ['sentinel', 'monitor', master.name, master.host, '6379', '2'], ['sentinel', 'auth-user', master.name, OWNER], ['sentinel', 'auth-pass', master.name, OWNER],
    ['sentinel', 'sentinel-user', login.username], ['sentinel', 'sentinel-pass', login.password],
  ]));
  const program = RunningProgram.start(`sentinel-${address}`, ['redis-server', file, '--sentinel']);
  const asks = ['redis-cli', '-s', socket, '--user', OWNER, '--pass', OWNER, '--no-auth-warning', 'sentinel', 'get-master-addr-by-name', master.name];
  await program.ready(async () => (await output(asks)).includes(master.host));
  return program;
}

/** A line of a configuration file has its words in double quotes. */
function text(lines: readonly (readonly string[])[]): string {
  return lines.map(words => `${words.map(word => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' ')}\n`).join('');
}
