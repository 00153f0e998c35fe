import { ApiObject } from 'cdk8s';
import {
  KubernetesSecret, Postgres, PostgresProvider, Redis, RedisProvider, SecretBindings, Secrets, SecretStore, SecretSupplier, StrimziKafka,
  Workload,
} from '../../src';
import { newKafka, vault } from '../support/declare';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

let declared: Declaration;
let web: Workload;
beforeEach(() => {
  declared = new Declaration();
  web = declared.workload('web');
});

function found(secrets?: SecretSupplier): string[] {
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets });
  return declared.found('BST519');
}

const usesStored = () => web.uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('shop/cache') }) }));
const usesDatabase = (namespace: string) => web.uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace }) }));

test('finds a credential in a store that nobody fetches', () => {
  usesStored();
  expect(found()).toEqual(['error web uses cache: nothing fetches the credentials of cache from ClusterSecretStore vault; give the Platform secrets: Secrets.externalSecrets()']);
});

test('accepts one that the operator fetches', () => {
  usesStored();
  expect(found(Secrets.externalSecrets())).toEqual([]);
});

test('BST021: a supplier that answers neither yes nor no is told which of its methods that was', () => {
  usesStored();
  const supplier = Object.assign(Secrets.externalSecrets(), { fetches: () => 'yes' as never });
  expect(found(supplier).join()).toContain('what fetches() of the SecretSupplier gives');
});

test('finds, once, a Kafka user that no output makes, in another namespace and beside the cluster', () => {
  web.publishes(newKafka(declared.topology).topic('created'));
  declared.workload('beside', { namespace: 'kafka' }).publishes(newKafka(declared.topology, 'same').topic('paid'));
  expect(found()).toEqual([
    'error beside publishes same/paid: Secret kafka.beside.events comes of KafkaUser kafka.beside.events, which this app does not emit; add the output that emits it for this topology, such as StrimziKafka',
    'error web publishes kafka/created: Secret web.kafka.events-kafka comes of KafkaAccess of web, which this app does not emit; add the output that emits it for this topology, such as StrimziKafka',
  ]);
});

test('accepts it when the output comes after the bindings too', () => {
  web.publishes(newKafka(declared.topology).topic('created'));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
  new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
  expect(declared.found('BST519')).toEqual([]);
});

test('finds the Secrets of a database in another namespace, which no pod can read', () => {
  usesDatabase('data');
  const keys = { 'orders-app': "{ 'database': 'dbname', 'password': 'password', 'uri': 'uri', 'username': 'username' }", 'orders-ca': "{ 'ca': 'ca.crt' }" };
  expect(found()).toEqual(Object.entries(keys).map(([secret, kept]) =>
    `error web uses db: Secret ${secret} is made in namespace data and cannot be read in shop; run the workload in the namespace of the service, or give the provider `
    + `credentials that a store of the Kubernetes provider of External Secrets reads there, such as SecretStore.cluster(name).secret('${secret}', ${kept}), or keep the `
    + 'credentials in a secret store and use an inCluster provider'));
});

test('accepts the credentials that such a store reads there: the URL is composed of the keys of the operator, in the namespace of the consumer', () => {
  const store = SecretStore.cluster('data-secrets');
  const keys = { database: 'dbname', password: 'password', username: 'username' };
  const credentials = store.secret('orders-app', keys).with('ca', store.property('orders-ca', 'ca.crt'));
  web.uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace: 'data', credentials }) }));
  expect(found(Secrets.externalSecrets())).toEqual([]);
  const [{ metadata: { namespace }, spec: { data, target } }] = emitted(declared.chart).filter(({ kind }) => kind === 'ExternalSecret');
  const read = data as { readonly secretKey: string; readonly remoteRef: Record<string, string> }[];
  expect(read.map(({ secretKey, remoteRef: { key, property } }) => [secretKey, key, property])).toEqual([
    ['ca', 'orders-ca', 'ca.crt'], ['database', 'orders-app', 'dbname'], ['password', 'orders-app', 'password'], ['username', 'orders-app', 'username']]);
  expect([namespace, target.template.data.uri]).toEqual(['shop', expect.stringMatching(
    /^postgresql:\/\/\{\{ \.username \| urlquery .*\}\}:\{\{ \.password .*\}\}@orders-rw\.data\.svc:5432\/\{\{ \.database .*\}\}\?sslmode=verify-full/)]);
});

test('accepts those beside it, and a Secret that somebody makes for a reason', () => {
  usesDatabase('shop');
  const credentials = KubernetesSecret.existing('legacy', { reason: 'made by the data team' }).credential({ uri: 'uri' });
  web.uses(new Postgres(declared.topology, 'old', { provider: PostgresProvider.external({ host: 'o.example.com', database: 'o', credentials }) }));
  expect(found()).toEqual([]);
});

test.each([['shop', 'web-cache', 1], ['shop', 'web-cash', 0], ['other', 'web-cache', 0]])('a Secret of somebody else, in namespace %s and named %s: %p has the name of a supplied one', (namespace, name, count) => {
  usesStored();
  const credentials = KubernetesSecret.existing(name, { reason: 'made by the data team' }).credential({ uri: 'uri' });
  const database = new Postgres(declared.topology, 'db', { provider: PostgresProvider.external({ host: 'o.example.com', database: 'o', credentials }) });
  declared.workload('orders', { namespace }).uses(database);
  expect(found(Secrets.externalSecrets())).toEqual(Array(count).fill('error orders uses db: Secret web-cache (made by the data team) has the name of the one that is '
    + 'supplied to web for binding "cache"; give that binding another bindingName, or the Secret another name'));
});

test('an acknowledged one fails nothing', () => {
  const use = usesStored();
  declared.topology.acknowledge('BST519', use, 'the Secret is sealed by hand');
  expect(found()).toEqual([]);
  expect(declared.findings('BST001')).toEqual([]);
});

describe('a Secret that is made of a SealedSecret', () => {
  const sealedIn = (namespace: string | undefined, name = 'redis-user') => new ApiObject(declared.chart, `sealed ${namespace} ${name}`, {
    apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name, namespace }, spec: { encryptedData: {} },
  });
  const usesSealed = (workload = web) => workload.uses(new Redis(declared.topology, `cache-of-${workload.name}`, {
    provider: RedisProvider.external({ host: 'c.example.com', credentials: KubernetesSecret.sealed('redis-user').credential({ uri: 'uri' }) }),
  }));

  test('is found where this app seals it for another namespace alone', () => {
    usesSealed();
    sealedIn('data');
    expect(found()).toEqual([
      'error web uses cache-of-web: SealedSecret redis-user is in namespace data, and the Secret that is made of it there cannot be read in shop; '
      + 'seal it for namespace shop too, and emit it there, or run the workload in namespace data',
    ]);
  });

  test.each([['shop', 'redis-user'], ['data', 'other']])('is accepted where one lies in namespace %s, named %s', (namespace, name) => {
    usesSealed();
    sealedIn(namespace, name);
    expect(found()).toEqual([]);
  });

  test('is accepted in each namespace that it is sealed for', () => {
    usesSealed();
    usesSealed(declared.workload('orders', { namespace: 'data' }));
    sealedIn('data');
    sealedIn('shop');
    expect(found()).toEqual([]);
  });
});

test('a Secret that SOPS decrypts needs no reason, and is the business of who decrypts it', () => {
  const credentials = KubernetesSecret.sops('redis-user').credential({ uri: 'uri' });
  web.uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials }) }));
  expect(found()).toEqual([]);
});
