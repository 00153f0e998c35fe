import {
  AdmittedPeer, HttpProvider, HttpService, HttpServiceProps, Machines, NetworkPeer, NetworkPolicies, Postgres, PostgresProvider,
  TcpProvider, TcpService, TlsOrigination, Workload, WorkloadStanding,
} from '../../src';
import { newKafka, newWorkload } from '../support/declare';
import { emitted, yaml } from '../support/emitted';
import { newGateway } from '../support/gateway';
import { onMachines } from '../support/machines';
import { Declaration } from '../support/topology';

let declared: Declaration;
let web: Workload;
beforeEach(() => {
  declared = new Declaration();
  web = declared.workload('web');
});

/** The NetworkPolicy of a workload, without the rule for DNS, which is the last. */
function policyOf(name: string) {
  if (!declared.chart.node.tryFindChild('network')) new NetworkPolicies(declared.chart, 'network', { topology: declared.topology });
  const { spec } = emitted(declared.chart, 'NetworkPolicy').find(({ metadata }) => metadata.name === name)!;
  return { ...spec, egress: spec.egress.slice(0, -1) };
}

function http(id: string, provider: HttpProvider, props: Omit<HttpServiceProps, 'provider'> = {}): HttpService {
  return new HttpService(declared.topology, id, { provider, ...props });
}

const pods = (namespace: string, labels: Record<string, string>) =>
  ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels: labels } });
const tcp = (port: number) => [{ protocol: 'TCP', port }];

test('what a gateway relays is reached at the pods of the gateway, and the third party itself is not', () => {
  const payments = http('payments', HttpProvider.external('http://payments.example.com', { cidrs: ['203.0.113.0/24'] }));
  web.calls(payments);
  const gateway = newGateway(declared.topology, {}, 'egress');
  gateway.relays(payments, { targetPort: 8443 });
  declared.topology.acknowledge('BST616', gateway, 'a mesh of another program sends there');
  expect(policyOf('web').egress).toEqual([{ to: [pods('istio-ingress', { istio: 'ingressgateway' })], ports: tcp(8443) }]);
});

test('a workload in the middle, with a dependency on each kind of provider', () => {
  const { topology, chart } = declared;
  const orders = declared.workload('orders', { namespace: 'orders' });
  web.calls(http('orders', HttpProvider.workload(orders, { port: 80, targetPort: 8080 })));
  orders.uses(new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace: 'data' }) }));
  orders.publishes(newKafka(topology).topic('created'));
  orders.calls(http('payments', HttpProvider.external('http://payments.example.com', { cidrs: ['203.0.113.0/24'] })));
  orders.uses(new TcpService(topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636 }) }));
  new NetworkPolicies(chart, 'network', { topology });
  expect(yaml(emitted(chart, 'NetworkPolicy').filter(({ metadata }) => metadata.name === 'orders'))).toMatchSnapshot();
});

test('both ends name the port of the pods, because a policy acts after a Service has translated its own', () => {
  web.calls(http('orders', HttpProvider.workload(declared.workload('orders'), { port: 80, targetPort: 8080 })));
  expect(policyOf('orders').ingress).toEqual([{ from: [pods('shop', { app: 'web' })], ports: tcp(8080) }]);
  expect(policyOf('web').egress).toEqual([{ to: [pods('shop', { app: 'orders' })], ports: tcp(8080) }]);
});

test.each([
  ['a third party without address ranges may be anywhere but where a cloud hands out credentials', undefined, [
    { cidr: '0.0.0.0/0', except: ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'] },
    { cidr: '::/0', except: [
      'fe80::/10', 'fd00:ec2::/32', 'fd20:ce::254/128', 'fd00:c1::a9fe:a9fe/128', 'fd00:42::42/128', 'fd00:a9fe:a9fe::1/128', 'fd00:100::100:200/128',
      '64:ff9b::a9fe:0/112', '64:ff9b::6464:64c8/128', '64:ff9b::a83f:8110/128',
    ] },
  ]],
  ['one with address ranges is nowhere else', ['203.0.113.0/24', '2001:db8::/32'], [{ cidr: '203.0.113.0/24' }, { cidr: '2001:db8::/32' }]],
  ['one whose range reaches that far is not there either', ['168.0.0.0/7'], [{ cidr: '168.0.0.0/7', except: ['169.254.0.0/16', '168.63.129.16/32'] }]],
])('%s', (_, cidrs, expected) => {
  web.calls(http('payments', HttpProvider.external('http://payments.example.com:8443', { cidrs })));
  expect(policyOf('web').egress).toEqual([{ to: expected.map(ipBlock => ({ ipBlock })), ports: tcp(8443) }]);
});

test('where all that is outside is public, a third party is not among pods and nodes unless its ranges say so', () => {
  web.calls(http('payments', HttpProvider.external('http://payments.example.com')));
  web.calls(http('relay', HttpProvider.external('http://relay.example.com', { cidrs: ['10.1.0.0/16'] })));
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology, outsideIsPublic: true });
  expect(policyOf('web').egress.map(({ to }: { to: unknown }) => to)).toEqual([[
    { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16', '168.63.129.16/32', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'] } },
    { ipBlock: { cidr: '::/0', except: [
      'fe80::/10', '64:ff9b::a9fe:0/112', '64:ff9b::a83f:8110/128', 'fc00::/7', '64:ff9b::a00:0/104', '64:ff9b::ac10:0/108', '64:ff9b::c0a8:0/112', '64:ff9b::6440:0/106',
    ] } },
  ], [{ ipBlock: { cidr: '10.1.0.0/16' } }]]);
});

test.each<[string, object, boolean, object[]]>([
  ['alone', {}, false, [{ cidr: '10.0.0.7/32' }, { cidr: '2001:db8::7/128' }]],
  ['alone, where all that is outside is public', {}, true, [{ cidr: '10.0.0.7/32' }, { cidr: '2001:db8::7/128' }]],
  ['and what its ranges hold besides', { cidrs: ['10.0.0.0/16', '2001:db8::/32'] }, false, [{ cidr: '10.0.0.0/16' }, { cidr: '2001:db8::/32' }]],
  ['though its ranges leave out what is private', { cidrs: ['10.0.0.0/7', '2001:db8::/32'] }, true, [
    { cidr: '10.0.0.0/7', except: ['10.0.0.0/8'] }, { cidr: '2001:db8::/32' }, { cidr: '10.0.0.7/32' }]],
])('a third party with endpoints is at these %s', (_, ranges, outsideIsPublic, expected) => {
  web.calls(http('payments', HttpProvider.external('http://payments.example.com', { endpoints: ['10.0.0.7', '2001:db8::7'], ...ranges })));
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology, outsideIsPublic });
  expect(policyOf('web').egress).toEqual([{ to: expected.map(ipBlock => ({ ipBlock })), ports: tcp(80) }]);
});

test.each([TlsOrigination.MESH, TlsOrigination.CLIENT])('https leaves the pod on its own port, whether the %s starts TLS', tlsOrigination => {
  web.calls(http('payments', HttpProvider.external('https://payments.example.com', { tlsOrigination })));
  if (tlsOrigination === TlsOrigination.MESH) declared.topology.acknowledge('BST616', declared.topology, 'there is no mesh in this test');
  expect(policyOf('web').egress[0].ports).toEqual(tcp(443));
});

test.each([[undefined, ['0.0.0.0/0', '::/0']], [['203.0.113.0/24'], ['203.0.113.0/24']]])(
  'further hosts of a third party are reached in the same ranges (%j), on its port', (cidrs, expected) => {
    const [plain, further] = [{ cidrs }, { cidrs, furtherHosts: ['*.store.example.com', 'cdn.example.net'] }].map(options => {
      declared = new Declaration();
      web = declared.workload('web');
      web.calls(http('store', HttpProvider.external('https://store.example.com', { tlsOrigination: TlsOrigination.CLIENT, ...options })));
      return policyOf('web').egress;
    });
    expect(further).toEqual(plain);
    expect([further[0].to.map(({ ipBlock }: any) => ipBlock.cidr), further[0].ports]).toEqual([expected, tcp(443)]);
  });

test('a caller that nobody guards is let in, and a caller with several dependencies is named once', () => {
  const orders = http('orders', HttpProvider.workload(declared.workload('orders')));
  const gateway = newWorkload(declared.topology, 'gateway', { standing: WorkloadStanding.FOREIGN, namespace: 'ingress' });
  const kafka = new TcpService(declared.topology, 'broker', { provider: TcpProvider.workload(declared.workload('mq'), { port: 5672 }) });
  for (const caller of [web, gateway]) caller.calls(orders);
  web.uses(kafka);
  expect(policyOf('orders').ingress).toEqual([{ from: [pods('ingress', { app: 'gateway' }), pods('shop', { app: 'web' })], ports: tcp(80) }]);
});

test('two callers are in the order of what a policy says of them, whatever they are called', () => {
  const orders = http('orders', HttpProvider.workload(declared.workload('orders')));
  for (const [name, app] of [['first', 'z'], ['second', 'y']]) declared.workload(name, { labels: { app } }).calls(orders);
  expect(policyOf('orders').ingress).toEqual([{ from: [pods('shop', { app: 'y' }), pods('shop', { app: 'z' })], ports: tcp(80) }]);
});

test('a topic that is written and read needs one way to the brokers', () => {
  const topic = newKafka(declared.topology).topic('created');
  web.publishes(topic);
  web.consumes(topic);
  const brokers = { 'strimzi.io/cluster': 'events', 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': 'events-kafka' };
  expect(policyOf('web').egress).toEqual([{ to: [pods('kafka', brokers)], ports: tcp(9093) }]);
});

test('services that are reached in one way have one rule: two third parties at any address on one port, and pods that every workload may reach', () => {
  for (const id of ['bank', 'mail']) web.calls(http(id, HttpProvider.external(`https://${id}.example.com`, { tlsOrigination: TlsOrigination.CLIENT })));
  web.calls(http('old', HttpProvider.external('http://old.example.com')));
  web.calls(http('spans', HttpProvider.inCluster({ service: 'spans', namespace: 'telemetry', podLabels: { app: 'spans' }, port: 4317 })));
  const collector = NetworkPeer.pods({ namespace: 'telemetry', podLabels: { app: 'spans' }, port: 4317 });
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology, additionalEgress: [collector, collector] });
  expect(emitted(declared.chart, 'NetworkPolicy')[0].spec.egress.map(({ ports }: { ports: { port: number }[] }) => ports[0].port)).toEqual([443, 80, 4317, 53]);
});

test('two services of one workload on one port of its pods let the same callers in by one rule', () => {
  const orders = declared.workload('orders');
  const both = ['orders', 'orders-too'].map(id => http(id, HttpProvider.workload(orders, { port: 80, targetPort: 8080 })));
  for (const service of both) web.calls(service);
  expect([policyOf('orders').ingress, policyOf('web').egress]).toEqual([
    [{ from: [pods('shop', { app: 'web' })], ports: tcp(8080) }], [{ to: [pods('shop', { app: 'orders' })], ports: tcp(8080) }]]);
});

test('a service that nobody depends on lets nobody in, and one workload with two services keeps their ports apart', () => {
  const orders = declared.workload('orders');
  const admin = http('orders-admin', HttpProvider.workload(orders, { port: 9000 }));
  http('orders-debug', HttpProvider.workload(orders, { port: 9999 }));
  web.calls(http('orders', HttpProvider.workload(orders, { port: 80 })));
  declared.workload('ops').calls(admin);
  expect(policyOf('orders').ingress).toEqual([
    { from: [pods('shop', { app: 'web' })], ports: tcp(80) },
    { from: [pods('shop', { app: 'ops' })], ports: tcp(9000) },
  ]);
});

test.each([['203.0.113.7', '203.0.113.7/32'], ['2001:db8::7', '2001:db8::7/128']])('a third party at %s opens that one address', (host, cidr) => {
  web.uses(new TcpService(declared.topology, 'legacy', { provider: TcpProvider.external({ host, port: 1521 }) }));
  expect(policyOf('web').egress).toEqual([{ to: [{ ipBlock: { cidr } }], ports: tcp(1521) }]);
});

test('who is let in without a declared call comes in at one port, by pods or by addresses', () => {
  web.admits(AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 15_020 }));
  web.admits(AdmittedPeer.meshPods({ namespace: 'monitoring', podLabels: { app: 'probe' }, serviceAccountName: 'probe', port: 9090 }));
  web.admits(AdmittedPeer.addresses({ cidrs: ['35.191.0.0/16', '0.0.0.0/0'], port: 8080 }));
  expect(policyOf('web').ingress).toEqual([
    { from: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '35.191.0.0/16' } }], ports: tcp(8080) },
    { from: [pods('monitoring', { app: 'probe' })], ports: tcp(9090) },
    { from: [pods('monitoring', { app: 'prometheus' })], ports: tcp(15_020) },
  ]);
});

test('whoever comes is let in from anywhere, whoever is in the mesh from any pod, and a namespace by its name', () => {
  web.admits(AdmittedPeer.anyone({ port: 8080, methods: ['GET'] }));
  web.admits(AdmittedPeer.anyMeshPods({ port: 8081 }));
  web.admits(AdmittedPeer.meshNamespace({ namespace: 'front', port: 8082 }));
  expect(policyOf('web').ingress).toEqual([
    { ports: tcp(8080) }, { from: [{ namespaceSelector: {} }], ports: tcp(8081) },
    { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } } }], ports: tcp(8082) },
  ]);
});

test('whom one workload reaches is let through from there and from nowhere else, in one order of addresses', () => {
  declared.workload('other');
  web.reaches(NetworkPeer.addresses({ cidrs: ['203.0.113.11/32', '203.0.113.10/32'], port: 6443 }));
  web.reaches(NetworkPeer.pods({ namespace: 'data', podLabels: { app: 'resolver' }, port: 5353, udp: true }));
  expect(policyOf('web').egress).toEqual([
    { to: [pods('data', { app: 'resolver' })], ports: [...tcp(5353), { protocol: 'UDP', port: 5353 }] },
    { to: [{ ipBlock: { cidr: '203.0.113.10/32' } }, { ipBlock: { cidr: '203.0.113.11/32' } }], ports: tcp(6443) },
  ]);
  expect([policyOf('other').egress, policyOf('web').ingress]).toEqual([[], undefined]);
});

test('whom every workload may reach, and one says so too, is let through by one rule', () => {
  const collector = NetworkPeer.pods({ namespace: 'telemetry', podLabels: { app: 'spans' }, port: 4317 });
  web.reaches(collector);
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology, additionalEgress: [collector] });
  expect(policyOf('web').egress).toEqual([{ to: [pods('telemetry', { app: 'spans' })], ports: tcp(4317) }]);
});

test('who is let in stands beside the declared callers, and a rule that is there already comes once', () => {
  const scraper = newWorkload(declared.topology, 'scraper', { standing: WorkloadStanding.FOREIGN });
  const orders = declared.workload('orders');
  scraper.calls(http('orders', HttpProvider.workload(orders, { targetPort: 8080 })));
  for (const port of [9090, 8080]) orders.admits(AdmittedPeer.pods({ namespace: 'shop', podLabels: { app: 'scraper' }, port }));
  expect(policyOf('orders').ingress).toEqual([8080, 9090].map(port => ({ from: [pods('shop', { app: 'scraper' })], ports: tcp(port) })));
});

test('whom every workload lets in comes in at each that is guarded, and at one on its way into the mesh once it is', () => {
  newWorkload(declared.topology, 'moving', { standing: WorkloadStanding.MIGRATING });
  declared.topology.everyWorkloadAdmits(AdmittedPeer.addresses({ cidrs: ['10.0.0.0/8'], port: 8080 }));
  declared.workload('later');
  expect(['later', 'web'].map(name => policyOf(name).ingress)).toEqual(Array(2).fill([{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: tcp(8080) }]));
  expect(emitted(declared.chart, 'NetworkPolicy')).toHaveLength(2);
});

test('machines are let in by their addresses, reached at these, and have no policy themselves', () => {
  const billing = onMachines(declared);
  web.calls(http('bills', HttpProvider.workload(billing, { port: 80, targetPort: 8080 })));
  billing.calls(http('rates', HttpProvider.workload(declared.workload('rates'), { port: 80, targetPort: 9090 })));
  declared.topology.acknowledge('BST616', billing, 'a mesh of another program has them');
  const machines = ['192.0.2.7/32', '192.0.2.8/32'].map(cidr => ({ ipBlock: { cidr } }));
  expect(policyOf('web').egress).toEqual([{ to: machines, ports: tcp(8080) }]);
  expect(policyOf('rates').ingress).toEqual([{ from: machines, ports: tcp(9090) }]);
  expect(emitted(declared.chart, 'NetworkPolicy').map(({ metadata }) => metadata.name)).toEqual(['rates', 'web']);
});

test('so are those that make themselves known, without where a cloud hands out credentials', () => {
  const group = Machines.group({ labels: { app: 'archive' }, serviceAccountName: 'archive', cidrs: ['128.0.0.0/1'] });
  const archive = newWorkload(declared.topology, 'archive', { pods: group });
  web.calls(http('papers', HttpProvider.workload(archive)));
  declared.topology.acknowledge('BST616', archive, 'a mesh of another program has them');
  expect(policyOf('web').egress).toEqual([{
    to: [{ ipBlock: { cidr: '128.0.0.0/1', except: expect.arrayContaining(['169.254.0.0/16']) } }], ports: tcp(80),
  }]);
});
