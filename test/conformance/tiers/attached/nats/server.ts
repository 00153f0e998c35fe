import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { resolve } from '../../../systems/names';
import { PYTHON } from '../../../toolbox/python';
import { AttachedServer } from '../attached-world';
import { identities } from './identities';

/** Seconds that a client has for TLS and to say who it is: two are few for the last of a thousand on a busy machine. */
const PATIENCE = 60;
const FOLDER = join(WORK, 'nats');

type Hosts = readonly [string, string, string];

/**
 * A NATS server at port 4222 that knows users itself, by passwords and by a key, and one that knows those whom an operator's account has signed. Both take
 * clients by TLS alone.
 */
export async function startNats([first, second, signed]: Hosts, logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  await resolve('127.0.0.2', [signed]);
  const { keyed, operator, accounts, systemAccount } = identities();
  const users = logins.map(({ username: user, password }) => ({ user, password }));
  const certificate = await authority.sign(first, second, signed);
  const tls = { cert_file: certificate.certificateFile, key_file: certificate.keyFile, timeout: PATIENCE };
  const servers = [
    run('knowing', { listen: '127.0.0.1:4222', tls, authorization: { users: [...users, { nkey: keyed.publicKey }], timeout: PATIENCE } }),
    run('trusting', { listen: '127.0.0.2:4222', tls, operator, system_account: systemAccount, resolver: 'MEMORY', resolver_preload: accounts }),
  ];
  await Promise.all(servers.map(server => server.ready(() => server.log.includes('Server is ready'))));
  return { stop: async () => { await Promise.all(servers.map(server => server.stop())); } };
}

/** The configuration may be JSON. Source: https://docs.nats.io/running-a-nats-service/configuration */
function run(name: string, configuration: object): RunningProgram {
  const file = join(FOLDER, `${name}.conf`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, JSON.stringify(configuration));
  return RunningProgram.start(`nats-${name}`, [PYTHON.path('bin/nats-server'), '--config', file]);
}
