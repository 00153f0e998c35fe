import { Chart } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, NatsProvider, Pods, PostgresProvider, RedisProvider, SmtpProvider, Topology, Workload,
} from 'cdk8s-backing-services';
import { deployed } from '../deployment';
import { Stage } from './stage';

/** A container of a published image, of which there is one. */
function container(topology: Topology, name: string, image: string, args?: string[]): Workload {
  return new Workload(topology, name, { pods: Pods.of(deployed(Chart.of(topology), name, { replicas: 1, containers: [{ name, image, args }] })) });
}

/** A password that the cluster generates once: a server of ours reads it, and who enters it. */
const generated = (secret: string, username?: string) => Credential.of({
  ...username === undefined ? {} : { username: CredentialPart.text(username) }, password: CredentialPart.generated(secret),
});

// #region stage
/** Containers, and passwords that nobody has to think of. */
export const CONTAINERS: Stage = {
  database: topology => PostgresProvider.workload(container(topology, 'postgres', 'postgres:18.4'), {
    database: 'orders', credentials: generated('orders-db', 'orders'),
    serverEnvNames: EnvNames.map({ POSTGRES_DB: '{database}', POSTGRES_USER: '{username}', POSTGRES_PASSWORD: '{password}' }),
  }),
  sessions: topology => RedisProvider.workload(container(topology, 'valkey', 'valkey/valkey:9.0-alpine', ['valkey-server', '--requirepass', '$(VALKEY_PASSWORD)']), {
    credentials: generated('sessions'), serverEnvNames: EnvNames.map({ VALKEY_PASSWORD: '{password}' }),
  }),
  events: topology => NatsProvider.workload(container(topology, 'nats', 'nats:2.12-alpine', ['--user', '$(NATS_USER)', '--pass', '$(NATS_PASSWORD)']), {
    credentials: generated('events', 'orders'), serverEnvNames: EnvNames.map({ NATS_USER: '{username}', NATS_PASSWORD: '{password}' }),
  }),
  mail: topology => SmtpProvider.workload(container(topology, 'mailpit', 'axllent/mailpit:v1.28'), { targetPort: 1025 }),
};
// #endregion
