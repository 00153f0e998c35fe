import { HttpProvider, HttpService, IstioMesh, Kafka, KafkaProvider, TlsOrigination, Topology } from '../../src';
import { coveredHosts } from '../../src/istio/covered-hosts';
import { newWorkload, vault } from '../support/declare';
import { Declaration } from '../support/topology';

/** What is covered where web uses brokers of any name below a domain, and `other` a host, from a namespace. */
function found(brokers: string, url: string, namespace = 'shop', ofOther = false): string[] {
  const declared = new Declaration();
  const provider = KafkaProvider.external({ bootstrapServers: ['boot.example.org:443'], brokerHosts: [brokers], credentials: vault.secret('kafka') });
  declared.workload('web').publishes(new Kafka(declared.topology, 'events', { provider }).topic('created'));
  const topology = ofOther ? new Topology(declared.chart, 'two') : declared.topology;
  const other = new HttpService(topology, 'rest', { provider: HttpProvider.external(url, { tlsOrigination: TlsOrigination.CLIENT }) });
  newWorkload(topology, 'other', { namespace }).calls(other);
  return coveredHosts([declared.topology.read(), ...ofOther ? [topology.read()] : []]).map(({ service, other: { name }, namespace: seenIn, place }) => `${place} of ${service.name} by ${name} in ${seenIn}`);
}

test.each<[string, Parameters<typeof found>, string[]]>([
  ['a host that the wildcard of another service stands for', ['*.example.com', 'https://b.example.com'], ['b.example.com of rest by events in shop']],
  ['one further below', ['*.example.com', 'https://a.b.example.com'], ['a.b.example.com of rest by events in shop']],
  ['one of another topology', ['*.example.com', 'https://b.example.com', 'shop', true], ['b.example.com of rest by events in shop']],
  ['not the domain itself', ['*.example.com', 'https://example.com'], []],
  ['none beside it', ['*.kafka.example.com', 'https://b.example.com'], []],
  ['none on another port', ['*.example.com', 'https://b.example.com:8443'], []],
  ['none that another namespace sees', ['*.example.com', 'https://b.example.com', 'other'], []],
])('finds %s', (_, given, expected) => expect(found(...given)).toEqual(expected));

test('finds a wildcard that another stands for, once', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  for (const [id, host] of [['wide', '*.example.com'], ['narrow', '*.b.example.com'], ['same', '*.example.com']]) {
    const provider = KafkaProvider.external({ bootstrapServers: [`${id}.example.org:9092`], brokerHosts: [host], credentials: vault.secret(id) });
    web.publishes(new Kafka(declared.topology, id, { provider }).topic(`created-${id}`));
  }
  new IstioMesh(declared.chart, 'mesh', { topology: declared.topology });
  expect(declared.findings('BST602').map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
    'narrow: host *.b.example.com is declared here and, by a wildcard, as test/shop/same, and namespace shop uses both',
    'wide: host *.example.com is declared here and as test/shop/same, and namespace shop uses both',
  ]);
});

test('names the wildcard that is first by its path, whichever topology is read first', () => {
  const declared = new Declaration();
  const graphs = [declared.topology, new Topology(declared.chart, 'another')].map(topology => {
    const provider = KafkaProvider.external({ bootstrapServers: ['boot.example.org:443'], brokerHosts: ['*.example.com'], credentials: vault.secret('kafka') });
    const web = newWorkload(topology, 'web');
    web.publishes(new Kafka(topology, 'events', { provider }).topic('created'));
    web.calls(new HttpService(topology, 'rest', { provider: HttpProvider.external('https://b.example.com', { tlsOrigination: TlsOrigination.CLIENT }) }));
    return topology.read();
  });
  expect(coveredHosts(graphs).map(({ service, other }) => [service.path, other.path])).toEqual([
    ['test/another/rest', 'test/another/events'], ['test/shop/rest', 'test/another/events']]);
});
