import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority, KeyPair } from '../../../systems/certificate-authority';
import { AttachedServer } from '../attached-world';

/** The only one that the broker has. */
export const VIRTUAL_HOST = 'team/a b%20c';

const FOLDER = join(WORK, 'rabbitmq');
const CONFIGURATION = join(FOLDER, 'rabbitmq.conf');
const DEFINITIONS = join(FOLDER, 'definitions.json');
const PLUGINS = join(FOLDER, 'enabled-plugins');

/** A RabbitMQ broker at port 5671, which takes clients by TLS alone. */
export async function startRabbitMq(host: string, logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(CONFIGURATION, configuration(await authority.sign(host)));
  writeFileSync(DEFINITIONS, JSON.stringify(definitions(logins)));
  writeFileSync(PLUGINS, '[].');
  const server = run();
  await server.ready(() => server.log.includes('completed with 0 plugins'), 120_000);
  return server;
}

/** Not by the package's own command, which runs it as a user who may not read the run's files. */
function run(): RunningProgram {
  return RunningProgram.start('rabbitmq', ['/usr/lib/rabbitmq/bin/rabbitmq-server'], { env: {
    PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', HOME: FOLDER, ERL_EPMD_ADDRESS: '127.0.0.1', RABBITMQ_NODENAME: 'broker@localhost',
    RABBITMQ_MNESIA_BASE: join(FOLDER, 'mnesia'), RABBITMQ_LOG_BASE: join(FOLDER, 'log'), RABBITMQ_PID_FILE: join(FOLDER, 'pid'),
    RABBITMQ_CONFIG_FILE: CONFIGURATION, RABBITMQ_ENABLED_PLUGINS_FILE: PLUGINS, RABBITMQ_CONF_ENV_FILE: '/dev/null',
  } });
}

function configuration({ keyFile, certificateFile }: KeyPair): string {
  return [
    'listeners.tcp = none', 'listeners.ssl.1 = 127.0.0.1:5671', `ssl_options.keyfile = ${keyFile}`, `ssl_options.certfile = ${certificateFile}`,
    'definitions.import_backend = local_filesystem', `definitions.local.path = ${DEFINITIONS}`, '',
  ].join('\n');
}

/** Source: https://www.rabbitmq.com/docs/definitions */
function definitions(logins: readonly Login[]) {
  return {
    vhosts: [{ name: VIRTUAL_HOST }],
    users: logins.map(({ username: name, password }) => ({ name, password, tags: '' })),
    permissions: logins.map(({ username: user }) => ({ user, vhost: VIRTUAL_HOST, configure: '.*', write: '.*', read: '.*' })),
  };
}
