import { HttpProvider, HttpService, IstioMesh, Kafka, KafkaProvider, Pods, Topology, Workload } from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

function findingsOf(urls: string[], callers: string[][]) {
  const { topology, chart } = new Declaration();
  const services = urls.map((url, i) => new HttpService(topology, `s${i}`, { provider: HttpProvider.external(url) }));
  callers.forEach((namespaces, i) => namespaces.forEach(namespace => new Workload(topology, `w${i}-${namespace}`, {
    namespace, pods: Pods.fromLabels({ labels: { app: `w${i}` }, serviceAccountName: `w${i}` }),
  }).calls(services[i])));
  new IstioMesh(chart, 'istio', { topology });
  return topology.findings.filter(finding => finding.code === 'BST602').map(({ path, problem }) => `${path.split('/').pop()}: ${problem}`);
}

test('BST602 finds one host that is two services in one namespace', () => {
  expect(findingsOf(['https://a.example.com', 'https://a.example.com/v2'], [['x'], ['x']])).toEqual([
    expect.stringMatching(/^s1: port 80 of host a\.example\.com is declared here and as .*\/s0, and namespace x uses both: a mesh tells requests apart by host and port, not by base path/),
  ]);
});

test('BST602 accepts different hosts, and one host that two namespaces see as different services', () => {
  expect(findingsOf(['https://a.example.com', 'https://b.example.com'], [['x'], ['x']])).toEqual([]);
  expect(findingsOf(['https://a.example.com', 'https://a.example.com/v2'], [['x'], ['y']])).toEqual([]);
});

test('BST602 finds a further host, such as a broker, that is another service too', () => {
  const { topology, chart } = new Declaration();
  const web = new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
  const provider = KafkaProvider.external({ bootstrapServers: ['a.example.com:9092'], brokerHosts: ['b.example.com'], credentials: vault.secret('kafka') });
  web.publishes(new Kafka(topology, 'events', { provider }).topic('created'));
  web.calls(new HttpService(topology, 'rest', { provider: HttpProvider.external('https://b.example.com') }));
  new IstioMesh(chart, 'istio', { topology });
  expect(topology.findings.filter(({ code }) => code === 'BST602').map(({ problem }) => problem)).toEqual([
    'host b.example.com is declared here and as test/shop/events, and namespace shop uses both',
  ]);
});

test('BST602 finds one host of two topologies, once', () => {
  const declared = new Declaration();
  const topologies = [declared.topology, new Topology(declared.chart, 'other')];
  topologies.forEach((topology, i) => {
    const bank = new HttpService(topology, `bank-${i}`, { provider: HttpProvider.external('https://bank.example.com') });
    new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: `w${i}` }, serviceAccountName: `w${i}` }) }).calls(bank);
    new IstioMesh(declared.chart, `istio-${i}`, { topology });
  });
  expect(topologies.map(({ findings }) => findings.filter(({ code }) => code === 'BST602').map(({ path }) => path))).toEqual([['test/shop/bank-0'], []]);
});
