import {
  BindingEntry, EnvNames, HttpProvider, HttpService, Kafka, KafkaProvider, MermaidDiagram, Mesh, Platform, Pods, Postgres, PostgresProvider, Redis,
  RedisProvider, KubernetesSecret, Secrets, SecretStore, TcpProvider, TcpService, Topology, TopologyDocuments, TopologyJson, Workload,
} from '../../src';
import { refusalOf, vault } from '../support/declare';
import { deployment, emitted } from '../support/emitted';
import { Declaration } from '../support/topology';
import { useEverything } from './every-service';

/** Credentials as their issuers write them, put where a name, a host or a URL is due. */
const CANARIES = ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'AKIAIOSFODNN7EXAMPLE', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c'];
const reason = 'made by the data team';
const credentials = vault.secret('shop/db');

const NAMES: Record<string, (text: string) => unknown> = {
  'the name of a cluster store': text => SecretStore.cluster(text),
  'the name of a store': text => SecretStore.namespaced(text),
  'the name of a VaultAuth': text => SecretStore.vaultKeyValue(text, { mount: 'kv' }),
  'the name of a namespace of a VaultAuth': text => SecretStore.vaultDynamic(`${text}/vault`, { mount: 'kv' }),
  'the name of a VaultAuth in a namespace': text => SecretStore.vaultKeyValue(`platform/${text}`, { mount: 'kv' }),
  'the name of a mount': text => SecretStore.vaultKeyValue('vault', { mount: text }),
  'the key in a store': text => vault.secret(text),
  'a path in a store': text => vault.secret(`shop/${text}`),
  'the property of a user': text => vault.secret('shop/db', { username: text }),
  'the property of a password': text => vault.secret('shop/db', { password: text }),
  'the property of a CA': text => vault.secret('shop/db', { ca: text }),
  'the name of a Secret': text => KubernetesSecret.existing(text, { reason }),
  'the key of a user': text => KubernetesSecret.existing('db', { reason }).credential({ username: text }),
  'the key of a password': text => KubernetesSecret.existing('db', { reason }).credential({ password: text }),
  'the key of a URL': text => KubernetesSecret.existing('db', { reason }).credential({ uri: text }),
  'the key of a CA': text => KubernetesSecret.existing('db', { reason }).key(text),
};

test.each(Object.entries(NAMES).filter(([what]) => what.startsWith('the name') || what.startsWith('the key of')))('a password of words, where %s is due, is not repeated', (_, call) => {
  for (const password of ['Tr0ub4dor&3', 'c0rrect h0rse', '@hunter2@']) expect(refusalOf(() => call(password)).message).not.toContain(password);
});

test('a text of a role is not repeated where it is refused among other text', () => {
  const entries = [BindingEntry.text('database', 'CANARY &')];
  const refused = refusalOf(() => EnvNames.map({ A: 'x{database}' })._valuesOf({ name: 'db', bindingType: 'x', entries }, 'p'));
  expect(refused.message).not.toContain('CANARY');
});

/** Stores name their entries by digests too; nothing else does. */
const issued = (what: string) => what.includes('store') && !what.startsWith('the name') || what.startsWith('the property') ? CANARIES.slice(0, 3) : CANARIES;

describe.each(Object.entries(NAMES))('%s', (what, call) => test.each(issued(what))('%s is refused and not repeated', canary => {
  expect(refusalOf(() => call(canary)).message).not.toContain(canary.slice(4, 20));
}));

const LOCATORS: Record<string, (shop: Topology, canary: string) => unknown> = {
  'a user in a URL': (shop, canary) => new HttpService(shop, 's', { provider: HttpProvider.external(`https://${canary}@x.example.com`) }),
  'a password in a URL': (shop, canary) => new HttpService(shop, 's', { provider: HttpProvider.external(`https://user:${canary}@x.example.com`) }),
  'a query in a URL': (shop, canary) => new HttpService(shop, 's', { provider: HttpProvider.external(`https://x.example.com/?x=${canary}`) }),
  'a fragment in a URL': (shop, canary) => new HttpService(shop, 's', { provider: HttpProvider.external(`https://x.example.com/#${canary}`) }),
  'a URL as a host': (shop, canary) => new TcpService(shop, 's', { provider: TcpProvider.external({ host: `amqp://u:${canary}@x.example.com`, port: 1 }) }),
  'a password before a host': (shop, canary) => new Redis(shop, 's', { provider: RedisProvider.external({ host: `:${canary}@x.example.com`, credentials }) }),
  'a DSN as a host': (shop, canary) => new Postgres(shop, 's', { provider: PostgresProvider.external({ host: `host=x password=${canary}`, database: 'd', credentials }) }),
  'a password before a broker': (shop, canary) => new Kafka(shop, 's', { provider: KafkaProvider.external({ bootstrapServers: [`u:${canary}@x.example.com:9092`], credentials }) }),
  'a password before a further broker': (shop, canary) =>
    new Kafka(shop, 's', { provider: KafkaProvider.external({ bootstrapServers: ['x.example.com:9092'], brokerHosts: [`u:${canary}@y.example.com`], credentials }) }),
};

test.each(Object.entries(LOCATORS))('%s is refused and not repeated', (_, call) => {
  for (const canary of CANARIES) {
    const { message } = refusalOf(() => call(new Declaration().topology, canary));
    expect(message.toLowerCase()).not.toContain(canary.slice(4, 20).toLowerCase());
  }
});

test.each(['labels', 'annotations'])('a credential among the %s of all objects is refused and not repeated', option => {
  for (const canary of CANARIES) {
    const { chart, topology } = new Declaration();
    expect(refusalOf(() => new Platform(chart, 'platform', { topology, [option]: { 'example.com/a': canary } })).message).not.toContain(canary.slice(4, 20));
  }
});

test('the reason for a Secret of somebody else is shown nowhere', () => {
  const everything = rendered((topology, web) => web.uses(new Postgres(topology, 'old', {
    provider: PostgresProvider.external({ host: 'o.example.com', database: 'o', credentials: KubernetesSecret.existing('old', { reason: `it is ${CANARIES[0]}` }).credential({ uri: 'uri' }) }),
  })));
  expect(everything).not.toContain(CANARIES[0]);
});

test('no Secret is emitted, whatever is declared, and no field of a Secret', () => {
  const everything = rendered(() => undefined);
  expect(everything).not.toMatch(/"kind":"Secret"|"stringData"|"kind":"ConfigMap"/);
  expect(everything).toContain('"kind":"ExternalSecret"');
});

/** All that comes out of a platform with a service of each kind and what else is declared: YAML, findings, topology.json and diagram. */
function rendered(declare: (shop: Topology, web: Workload) => unknown): string {
  const { topology, chart } = new Declaration();
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web')) });
  useEverything(topology, web);
  declare(topology, web);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ dnsCapture: true }), secrets: Secrets.externalSecrets() });
  const document = TopologyDocuments.of(topology);
  return JSON.stringify(emitted(chart)) + JSON.stringify(topology.findings) + TopologyJson.render(document) + MermaidDiagram.render(document);
}
