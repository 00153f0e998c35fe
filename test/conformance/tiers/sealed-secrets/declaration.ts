import { ApiObject, ApiObjectProps, App, Chart } from 'cdk8s';
import {
  EnvNames, KubernetesSecret, Platform, Pods, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, Topology, Workload,
} from 'cdk8s-backing-services';
import { deployment } from '../../../../examples/deployment';
import { seal, Unsealed } from './sealing';

export const NAMESPACE = 'sealed';

/** What nobody but the programs is to read. */
export const KEPT = {
  limits: { uri: 'rediss://us%2Ber%25:p%40ss%2Fw@limits.example.com:6380' },
  ordersDb: { username: 'us+er%ü@/:', password: 'p@ss/w:rd?#%+ ü&={{ .password }}$(HOME)', ca: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n' },
  sessions: { password: ' a "sealed" \\ one\n' },
};

/** Programs whose credentials are sealed and committed beside them. */
export function programs(app: App): void {
  const chart = new Chart(app, NAMESPACE, { namespace: NAMESPACE });
  const topology = new Topology(chart, NAMESPACE);
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  workload('gateway').uses(new Redis(topology, 'limits', { provider: RedisProvider.external({
    host: 'limits.example.com', credentials: KubernetesSecret.sealed('limits').credential({ uri: 'uri' }),
  }) }));
  workload('orders').uses(new Postgres(topology, 'orders-db', { provider: PostgresProvider.external({
    host: 'orders.example.com', database: 'orders', credentials: KubernetesSecret.sealed('orders-db').credential({ username: 'username', password: 'password', ca: 'ca' }),
  }) }), { envNames: EnvNames.map({
    PGHOST: '{host}', PGUSER: '{username}', PGPASSWORD: '{password}', PGSSLMODE: '{sslmode}', PGSSLROOTCERT: '{ca:file}', PASSWORD_FILE: '{password:file}',
  }) });
  workload('carts').uses(new Redis(topology, 'sessions', { provider: RedisProvider.external({
    host: 'sessions.example.com', credentials: KubernetesSecret.sealed('sessions').credential({ password: 'password' }),
  }) }), { envNames: EnvNames.map({ REDIS_HOST: '{host}', REDIS_PASSWORD: '{password}' }) });
  commit(chart, { name: 'limits', data: KEPT.limits });
  commit(chart, { name: 'orders-db', type: 'kubernetes.io/basic-auth', data: KEPT.ordersDb });
  commit(chart, { name: 'sessions', data: KEPT.sessions }, 'renamed');
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}

/** @param called the name in the template of the Secret, which the controller passes over */
function commit(chart: Chart, secret: Omit<Unsealed, 'namespace'>, called = secret.name): void {
  const sealed = seal({ ...secret, namespace: NAMESPACE });
  sealed.spec.template.metadata.name = called;
  new ApiObject(chart, `sealed ${secret.name}`, sealed as ApiObjectProps);
}
