import { App, Chart } from 'cdk8s';
import { destinationRule, identity, networkPolicy, object, outliers, pods, route, service, toWorkload, virtualService } from '../manifests';
import { nameOf } from '../names';

/** The same objects in the same order, each spelled out with stock cdk8s. */
export function byHand(app: App, namespace: string, services: number): void {
  const chart = new Chart(app, namespace, { namespace });
  const all = Array.from({ length: services }, (_, i) => i);
  const fours = all.filter(i => i % 4 === 0);
  for (const i of all) service(chart, i);
  for (const i of fours) outside(chart, nameOf('cache', i), 'tcp', 6379);
  for (const i of fours) outside(chart, nameOf('db', i), 'tcp', 5432);
  for (const i of all) TRAFFIC[i % 4](chart, i);
  for (const i of all) identity(chart, i, callersOf(i));
  for (const i of fours) topic(chart, i);
  for (const i of fours) users(chart, i);
  for (const i of fours) secrets(chart, i);
  for (const i of all) networkPolicy(chart, i, callersOf(i), egressOf(chart, i, services));
}

/** The first and the second of four are called in one way, the third with two breakers, the fourth with two breakers and two timeouts. */
const TRAFFIC = [
  (chart: Chart, i: number) => {
    const called = i > 0;
    virtualService(chart, i, [route(chart, i, 'all', called ? '5s' : undefined)]);
    destinationRule(chart, i, called ? outliers(5, '60s') : undefined);
  },
  (chart: Chart, i: number) => {
    virtualService(chart, i, [route(chart, i, 'all', '5s')]);
    destinationRule(chart, i, outliers(5, '60s'));
  },
  (chart: Chart, i: number) => {
    virtualService(chart, i, [route(chart, i, 'all', '5s')]);
    destinationRule(chart, i);
    destinationRule(chart, i, outliers(5, '60s'), i - 2);
    destinationRule(chart, i, outliers(3, '30s'), i - 1);
  },
  (chart: Chart, i: number) => {
    virtualService(chart, i, [
      route(chart, i, `${nameOf('w', i - 2)}-all`, '1s', i - 2), route(chart, i, `${nameOf('w', i - 1)}-all`, '5s', i - 1), route(chart, i, 'all'),
    ]);
    destinationRule(chart, i);
    destinationRule(chart, i, outliers(3, '30s'), i - 2);
    destinationRule(chart, i, outliers(5, '60s'), i - 1);
  },
];

function callersOf(i: number): number[] {
  if (i === 0) return [];
  return i % 4 < 2 ? [i - (i % 4 === 0 ? 2 : 1)] : [i - 2, i - 1];
}

function outside(chart: Chart, name: string, protocol: string, port: number): void {
  object(chart, 'networking.istio.io/v1', 'ServiceEntry', name, {
    hosts: [`${name}.example.com`],
    exportTo: ['.'],
    location: 'MESH_EXTERNAL',
    resolution: 'DNS',
    ports: [{ number: port, name: protocol, protocol: protocol.toUpperCase() }],
  });
}

const CLUSTER = { 'strimzi.io/cluster': 'events' };

function topic(chart: Chart, i: number): void {
  object(chart, 'kafka.strimzi.io/v1', 'KafkaTopic', nameOf('topic', i), { partitions: 12, replicas: 3 }, CLUSTER);
}

function users(chart: Chart, i: number): void {
  const group = `${chart.namespace}.${nameOf('w', i + 2)}`;
  user(chart, nameOf('w', i), [acl('topic', nameOf('topic', i), ['Describe', 'Write'])]);
  user(chart, nameOf('w', i + 2), [acl('group', group, ['Read']), acl('topic', nameOf('topic', i), ['Describe', 'Read'])]);
}

function user(chart: Chart, workload: string, acls: object[]): void {
  object(chart, 'kafka.strimzi.io/v1', 'KafkaUser', `${chart.namespace}.${workload}.events`, {
    authentication: { type: 'scram-sha-512' },
    authorization: { type: 'simple', acls },
  }, CLUSTER);
}

function acl(type: string, name: string, operations: string[]): object {
  return { type: 'allow', resource: { type, name, patternType: 'literal' }, operations, host: '*' };
}

const ENCODED = (part: string) => `{{ .${part} | urlquery | replace "+" "%20" }}`;

function secrets(chart: Chart, i: number): void {
  const [database, cache] = [nameOf('db', i), nameOf('cache', i)];
  const databaseUrl = `postgresql://${ENCODED('username')}:${ENCODED('password')}@${database}.example.com:5432/orders?sslmode=verify-full`;
  secret(chart, nameOf('w', i + 1), database, 'postgresql', databaseUrl, ['password', 'username']);
  secret(chart, nameOf('w', i + 2), database, 'postgresql', databaseUrl, ['password', 'username']);
  secret(chart, nameOf('w', i + 3), cache, 'redis', `rediss://:${ENCODED('password')}@${cache}.example.com:6379/0`, ['password']);
}

function secret(chart: Chart, workload: string, entry: string, type: string, uri: string, parts: string[]): void {
  const name = `${workload}-${entry}`;
  object(chart, 'external-secrets.io/v1', 'ExternalSecret', name, {
    refreshPolicy: 'Periodic',
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
    target: {
      name,
      creationPolicy: 'Owner',
      deletionPolicy: 'Retain',
      template: { engineVersion: 'v2', mergePolicy: 'Replace', type: `servicebinding.io/${type}`, data: { uri } },
    },
    data: parts.map(part => ({
      secretKey: part,
      remoteRef: { key: entry, property: part, conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' },
    })),
  });
}

function egressOf(chart: Chart, i: number, services: number): object[] {
  const called = (...callees: number[]) => callees.filter(callee => callee < services).map(callee => toWorkload(chart, callee));
  const [database, cache] = [toPort(5432), toPort(6379)];
  return [
    [...called(i + 1, i + 2), toKafka(chart)],
    [...called(i + 1, i + 2), database],
    [...called(i + 1, i + 2), toKafka(chart), database],
    [cache],
  ][i % 4];
}

function toPort(port: number): object {
  return {
    to: [
      { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'] } },
      { ipBlock: { cidr: '::/0', except: [
        'fe80::/10', 'fd00:ec2::/32', 'fd20:ce::254/128', 'fd00:c1::a9fe:a9fe/128', 'fd00:42::42/128', 'fd00:a9fe:a9fe::1/128', 'fd00:100::100:200/128',
        '64:ff9b::a9fe:0/112', '64:ff9b::6464:64c8/128', '64:ff9b::a83f:8110/128',
      ] } },
    ],
    ports: [{ protocol: 'TCP', port }],
  };
}

function toKafka(chart: Chart): object {
  return {
    to: [pods(chart.namespace!, { ...CLUSTER, 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': 'events-kafka' })],
    ports: [{ protocol: 'TCP', port: 9093 }],
  };
}
