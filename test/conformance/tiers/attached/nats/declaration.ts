import { App, Chart } from 'cdk8s';
import {
  Credential, EnvNames, Nats, NatsProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';

/** Two names of servers that know users by passwords, and one by keys; and the name of one that knows users by what an operator has signed. */
export const HOSTS = ['nats-1.events.example.com', 'nats-2.events.example.com', 'signed.events.example.com'] as const;

const [FIRST, SECOND, SIGNED] = HOSTS;

/** Programs whose clients enter by user and password, by a key, and by a credentials file. */
export function programs(app: App): void {
  const chart = new Chart(app, 'nats', { namespace: 'nats' });
  const topology = new Topology(chart, 'nats');
  const vault = SecretStore.cluster('vault');
  const nats = (id: string, credentials: Credential, host: string, otherHosts?: string[]) => (
    new Nats(topology, id, { provider: NatsProvider.external({ host, otherHosts, credentials }) }));
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  const events = nats('events', vault.secret('nats/events', { username: 'username', password: 'password', ca: 'ca' }), FIRST, [SECOND]);
  workload('python').uses(events);
  workload('node').uses(events, { envNames: EnvNames.map({ NATS_SERVERS: '{servers}', NATS_USER: '{username}', NATS_PASSWORD: '{password}', NATS_CA: '{ca:file}' }) });
  workload('by-key').uses(nats('keyed', vault.secret('nats/keyed', { 'nkey-seed': 'seed', 'ca': 'ca' }), FIRST));
  workload('by-file').uses(nats('signed', vault.secret('nats/signed', { creds: 'creds', ca: 'ca' }), SIGNED));
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
