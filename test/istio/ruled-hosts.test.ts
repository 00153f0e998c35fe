import { HttpProvider, HttpService, KafkaProvider, Kafka } from '../../src';
import { ruledHosts, ruleKey } from '../../src/istio/ruled-hosts';
import { AppReading } from '../../src/judging/app-reading';
import { AppContext } from '../../src/model/app-context';
import { vault } from '../support/declare';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

test.each([
  ['users', 'shop', 'users.shop.svc'], ['users.shop.svc', 'books', 'users.shop.svc'], ['users.shop.svc.cluster.local', 'books', 'users.shop.svc'],
  ['users.shop', 'books', 'users.shop'], ['api.example.com', 'books', 'api.example.com'],
])('%s in namespace %s is %s', (host, namespace, expected) => expect(ruleKey('VirtualService', host, namespace)).toBe(`VirtualService ${expected}`));

test('tells each host that the mesh has objects of, the further ones of a broker too, and where they are seen', () => {
  const declared = new MeshDeclaration();
  const web = declared.workload('web', { namespace: 'edge' });
  web.calls(declared.users());
  const provider = KafkaProvider.external({ bootstrapServers: ['a.example.com:9092'], brokerHosts: ['b.example.com'], credentials: vault.secret('kafka') });
  web.publishes(new Kafka(declared.topology, 'events', { provider }).topic('created'));
  declared.read();
  const { topologies, objects } = new AppReading(declared.app);
  const ruled = ruledHosts(AppContext._of(topologies.map(topology => topology._peek()), objects));
  expect([...ruled].map(([key, hosts]) => [key, ...hosts.flatMap(({ service, namespaces }) => [service.name, namespaces.join()])]).sort()).toEqual([
    ['DestinationRule users-api.shop.svc', 'users-api', 'shop,edge'],
    ['ServiceEntry a.example.com', 'events', 'edge'],
    ['ServiceEntry b.example.com', 'events', 'edge'],
    ['VirtualService users-api.shop.svc', 'users-api', 'shop,edge'],
  ]);
});

test('tells of the host of a third party where gateways see it', () => {
  const declared = new MeshDeclaration();
  newGateway(declared.topology).calls(declared.payments());
  declared.read();
  const { topologies, objects } = new AppReading(declared.app);
  const ruled = ruledHosts(AppContext._of(topologies.map(topology => topology._peek()), objects));
  expect(ruled.get('ServiceEntry payments.example.com')).toMatchObject([{ namespaces: ['istio-ingress'] }]);
});

test('tells each further host of a third party, a wildcard too', () => {
  const declared = new MeshDeclaration();
  const provider = HttpProvider.external('https://a.example.com', { furtherHosts: ['*.a.example.com', 'b.example.com'] });
  declared.caller('web', new HttpService(declared.topology, 'store', { provider }));
  declared.read();
  const { topologies, objects } = new AppReading(declared.app);
  const ruled = ruledHosts(AppContext._of(topologies.map(topology => topology._peek()), objects));
  for (const kind of ['ServiceEntry', 'VirtualService', 'DestinationRule']) {
    expect([...ruled.keys()].filter(key => key.startsWith(kind)).sort()).toEqual(['*.a.example.com', 'a.example.com', 'b.example.com'].map(host => `${kind} ${host}`));
  }
});

test('tells a host once that several services are at, by the first of them', () => {
  const declared = new MeshDeclaration();
  const server = declared.workload('server');
  [80, 81].forEach(port => new HttpService(declared.topology, `at-${port}`, { provider: HttpProvider.workload(server, { service: 'front', port }) }));
  declared.read();
  const { topologies, objects } = new AppReading(declared.app);
  const ruled = ruledHosts(AppContext._of(topologies.map(topology => topology._peek()), objects));
  expect(ruled.get('VirtualService front.shop.svc')).toMatchObject([{ service: { name: 'at-80' }, namespaces: ['shop'] }]);
});
