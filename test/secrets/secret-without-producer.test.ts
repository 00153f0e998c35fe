import { ApiObject } from 'cdk8s';
import {
  KubernetesSecret, Postgres, PostgresProvider, Redis, RedisProvider, SecretBindings, Secrets, SecretSupplier, StrimziKafka,
  Workload,
} from '../../src';
import { newKafka, vault } from '../support/declare';
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
  expect(found()).toEqual(['orders-app', 'orders-ca'].map(secret =>
    `error web uses db: Secret ${secret} is made in namespace data and cannot be read in shop; run the workload in the namespace of the service, or keep the credentials in a secret store and use an inCluster provider`));
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
