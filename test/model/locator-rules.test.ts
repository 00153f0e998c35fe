import { AddressRole, EnvNames, ExternalAddressProps, IWorkload, Locator, OperatorLocatorProps, Protocol, Provision, ServiceAddressProps, Tls } from '../../src';
import { assertLocator, assertServed } from '../../src/model/locator-rules';
import { expectRefusal, newTopology, newWorkload, refusalOf, survivesHostileText } from '../support/declare';

const { ALTERNATE, MEMBER, READ_ONLY } = AddressRole;
const shop = newTopology();
const ours: IWorkload = newWorkload(shop, 'db');
const db = { service: 'db', port: 1 };
const labels = { app: 'db' };
const judged = (locator: Locator) => assertLocator(locator, shop, 'p');
const ofOurs = (...addresses: ServiceAddressProps[]) => judged(Locator.ofWorkload({ workload: ours, addresses }));
const inCluster = (address: Partial<ServiceAddressProps> = {}, ...others: ServiceAddressProps[]) =>
  judged(Locator.inCluster({ namespace: 'n', podLabels: labels, addresses: [{ ...db, ...address }, ...others] }));
const ofOperator = (props: Partial<OperatorLocatorProps>) =>
  judged(Locator.ofOperator({ operator: 'strimzi', resource: 'events', namespace: 'n', podLabels: labels, addresses: [db], ...props }));
const byMesh = { tls: Tls.BY_MESH, protocol: Protocol.HTTP };
const external = (address: Partial<ExternalAddressProps> = {}, cidrs?: string[], ...others: ExternalAddressProps[]) =>
  judged(Locator.external({ cidrs, addresses: [{ host: 'a.example.com', port: 1, ...address }, ...others] }));

test.each<[string, () => Locator]>([
  ['of a workload', () => ofOurs(db)], ['of an operator', () => ofOperator({})],
  ['of somebody else, with two members at one Service', () => inCluster({}, { ...db, port: 2, role: MEMBER }, { ...db, port: 3, role: MEMBER })],
  ['of somebody else, whose pods are unknown', () => judged(Locator.inCluster({ namespace: 'n', addresses: [db] }))],
  ['with two ports of one Service', () => ofOurs(db, { ...db, port: 2, role: READ_ONLY })],
  ['outside, with members of any name', () => external({ basePath: '/v1/a..b' }, ['203.0.113.0/24'], { host: '*.example.com', port: 1, role: MEMBER })],
  ['outside, with as many hosts as one entry takes', () => external({}, undefined, ...Array.from({ length: 255 }, (_, i) => ({ host: `m${i}.example.com`, port: 1, role: MEMBER })))],
  ['outside, at IP addresses', () => external({ host: '10.0.0.1' }, ['10.0.0.0/8', '2001:db8::7/128'], { host: '2001:db8::7', port: 1, role: MEMBER })],
  ['outside, with TLS by the mesh', () => external({ tls: Tls.BY_MESH })],
  ['outside, with TLS by the mesh to all hosts that requests are sent to, of any name', () => external(byMesh, undefined, { ...byMesh, host: 'b.example.com', port: 1, role: MEMBER },
    { ...byMesh, host: '*.example.com', port: 1, role: MEMBER })],
  ['outside, with TLS by clients beside it', () => external(byMesh, undefined, { host: 'b.example.com', port: 1, role: MEMBER, tls: Tls.byClient() })],
])('accepts a locator %s', (_, locator) => expect(locator()).toBeInstanceOf(Locator));

describe('BST016: refuses', () => {
  test.each<[string, () => unknown, string, string]>([
    ['no address', () => judged(Locator.external({ addresses: [] })), 'has 0 primary addresses', 'AddressRole.PRIMARY'],
    ['no primary one', () => inCluster({ role: READ_ONLY }), 'has 0 primary addresses', 'AddressRole.PRIMARY'],
    ['two primary ones', () => inCluster({}, { service: 'b', port: 1 }), 'has 2 primary addresses', 'each other its own'],
    ['pods that no label tells', () => ofOperator({ podLabels: {} }), 'every pod of the namespace', 'labels that only these pods have'],
    ['an empty label map', () => judged(Locator.inCluster({ namespace: 'n', podLabels: {}, addresses: [db] })), 'every pod of the namespace', 'leave podLabels out'],
    ['a Service that containers would take for the API server', () => ofOurs({ ...db, service: 'kubernetes-service' }), 'elsewhere than to the API server', 'another name'],
    ['one of the API server\'s own name', () => ofOurs({ ...db, service: 'kubernetes' }), '"kubernetes"', 'another name'],
    ['endpoints of two hosts', () => judged(Locator.external({ addresses: [{ host: 'a.example.com', port: 1 }, { host: 'b.example.com', port: 1, role: MEMBER }], endpoints: ['203.0.113.7'] })), 'it has 2 hosts, and endpoints', 'leave endpoints out'],
    ['no address range', () => external({}, []), 'an empty list of address ranges', 'leave cidrs out'],
    ['more hosts than one entry takes', () => external({}, undefined, ...Array.from({ length: 256 }, (_, i) => ({ host: `m${i}.example.com`, port: 1, role: MEMBER }))), 'it has 257 hosts: allowed are 256', '"*."'],
    ['TLS by the mesh to a second host', () => external({ tls: Tls.BY_MESH }, undefined, { host: 'b.example.com', port: 1, role: ALTERNATE, tls: Tls.BY_MESH }), 'start TLS to b.example.com', 'a service of its own'],
    ['TLS by the mesh to a further host alone', () => external({ protocol: Protocol.HTTP }, undefined, { ...byMesh, host: 'b.example.com', port: 1, role: MEMBER }), 'start TLS to b.example.com', 'a service of its own'],
    ['TLS by the mesh to one of two ports of a further host', () => external(byMesh, undefined, { ...byMesh, host: 'b.example.com', port: 1, role: MEMBER },
      { host: 'b.example.com', port: 2, role: MEMBER, tls: Tls.byClient() }), 'start TLS to b.example.com', 'let clients start TLS'],
    ['TLS by the mesh to one of two ports of a host', () => external({ tls: Tls.BY_MESH }, undefined, { host: 'a.example.com', port: 8443, role: ALTERNATE, tls: Tls.byClient() }), 'start TLS to a.example.com', 'let clients start TLS'],
    ['TLS by the mesh in the cluster', () => inCluster({ tls: Tls.BY_MESH }), 'start TLS to db.n.svc', 'sidecars encrypt between themselves'],
    ['two addresses of one role at one Service', () => ofOurs({ ...db, port: 2 }, { ...db, port: 3, role: READ_ONLY }, { ...db, port: 4, role: READ_ONLY }), 'Service "db" has two addresses with the role read-only', 'a role and a port of its own'],
    ['two addresses of one port at one Service', () => inCluster({}, { ...db, role: READ_ONLY }), 'Service "db" has two addresses with the port 1', 'a role and a port of its own'],
    ['a Service that is headless and is not', () => inCluster({}, { ...db, port: 2, role: READ_ONLY, headless: true }), 'Service "db" is headless at one address and not at another', 'a Service of its own'],
    ...['v1', '/v1/', '/', '/a b', '/a?b', '/a#b', '/../x', '/a/..', '/./a', '/ü', '//evil\\', '/a//b', '/%2e', '/{a}', '/a|b', '/%'].map(basePath => [
      basePath, () => external({ basePath }), `base path ${JSON.stringify(basePath)}`, 'begin it with "/"'] as [string, () => unknown, string, string]),
  ])('%s', (_, call, problem, fix) => expectRefusal(call, 'BST016', 'p', problem, fix));
});

test('BST003: refuses a workload of another topology', () =>
  expectRefusal(() => assertLocator(Locator.ofWorkload({ workload: ours, addresses: [db] }), newTopology('other', 'other'), 'p'), 'BST003', 'p',
    '"chart/shop/workloads/db" belongs to another topology', 'with an inCluster provider'));

test.each<[string, () => unknown, string]>([
  ['Service', () => inCluster({ service: 'My Db' }), 'RFC 1035 label'],
  ['host', () => external({ host: '10.0.0' }), 'DNS name'], ['address that requests are sent to', () => external({ host: '10.0.0.1', protocol: Protocol.HTTP }), 'DNS name'], ['wildcard that is no member', () => external({ host: '*.example.com' }), 'DNS name'],
  ['alternate host', () => external({}, undefined, { host: 'B', port: 1, role: ALTERNATE }), 'DNS name'],
  ['namespace', () => ofOperator({ namespace: 'My Ns' }), 'RFC 1123 label'],
  ['operator', () => ofOperator({ operator: '../x' }), 'RFC 1123 label'], ['resource', () => ofOperator({ resource: 'a/b' }), 'RFC 1123 subdomain'],
  ['listener', () => ofOperator({ listener: 'a/b' }), 'RFC 1123 label'],
  ['key of a label', () => ofOperator({ podLabels: { 'a b': '1' } }), 'the key of a label'], ['value of one', () => ofOperator({ podLabels: { a: '/' } }), 'the value of a label'],
])('BST801: refuses a %s that cannot be one', (_, call, words) => expectRefusal(call, 'BST801', 'p', words));

test.each<[string, () => unknown]>([
  ['primary', () => external({ host: 'users.team-b.svc' })], ['alternate', () => external({}, undefined, { host: 'users', port: 1, role: ALTERNATE })],
  ['member', () => external({}, undefined, { host: '*.svc.cluster.local', port: 1, role: MEMBER })],
  ['management', () => external({}, undefined, { host: 'localhost', port: 1, role: AddressRole.MANAGEMENT })],
])('BST032: refuses a %s host that is not outside, whoever made the locator', (_, call) => expectRefusal(call, 'BST032', 'p', 'is not outside of the cluster'));

test.each<[string, () => unknown]>([
  ['port', () => inCluster({ port: 0 })], ['target port', () => inCluster({ targetPort: 65536 })], ['port outside', () => external({ port: 1.5 })],
])('BST007: refuses a %s that does not exist', (_, call) => expectRefusal(call, 'BST007', 'p', '1..65535'));

test('BST026: refuses an endpoint that no range holds', () => expectRefusal(
  () => judged(Locator.external({ addresses: [{ host: 'a.example.com', port: 1 }], cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'] })), 'BST026', 'p', 'its endpoint "203.0.113.7"'));

test('BST026: refuses an address range that is none', () => expectRefusal(() => external({}, ['10.0.0.0']), 'BST026', 'p', '"10.0.0.0" is no address range'));

test.each<[string, string, () => unknown]>([
  ['BST511', 'host', () => external({ host: 'app:CANARY@a.example.com' })], ['BST511', 'base path', () => external({ basePath: '/app:CANARY@b' })],
  ['BST510', 'base path', () => external({ basePath: '/ghp_CANARYCANARY' })],
])('%s: refuses a credential in a %s and does not repeat it', (code, _, call) => {
  expectRefusal(call, code, 'p', 'not repeated here');
  expect(refusalOf(call).message).not.toContain('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => [
  () => external({ host: text }), () => external({ basePath: text }), () => external({}, [text]),
  () => inCluster({ service: text }), () => ofOperator({ namespace: text }),
  () => ofOperator({ operator: text }), () => ofOperator({ resource: text }), () => ofOperator({ listener: text }),
  () => ofOperator({ podLabels: { [text]: text } }),
].forEach(call => call())));

test('BST016: variables are named only for a server that a workload runs', () => {
  const provision = (locator: Locator) => new Provision({ locator, serverEnvNames: EnvNames.DEFAULT });
  const inWorkload = Locator.ofWorkload({ workload: newWorkload(newTopology(), 'server'), addresses: [{ service: 's', port: 1 }] });
  expect(() => assertServed(provision(inWorkload), 'p')).not.toThrow();
  expectRefusal(() => assertServed(provision(Locator.external({ addresses: [{ host: 'a.example', port: 1 }] })), 'p'), 'BST016', 'p', 'no workload of this topology runs', 'leave serverEnvNames out');
});
