import { HttpProvider, HttpService, IstioMesh, Pods, Workload } from '../../src';
import { Declaration } from '../support/topology';

function findingsOf(urls: string[], callers: string[][]) {
  const { topology, chart } = new Declaration();
  const services = urls.map((url, i) => new HttpService(topology, `s${i}`, { provider: HttpProvider.external(url) }));
  callers.forEach((namespaces, i) => namespaces.forEach(namespace => new Workload(topology, `w${i}-${namespace}`, {
    namespace, pods: Pods.elsewhere({ labels: { app: `w${i}` }, serviceAccountName: `w${i}` }),
  }).calls(services[i])));
  new IstioMesh(chart, 'istio', { topology });
  return topology.findings.filter(finding => finding.code === 'BST602').map(({ path, problem }) => `${path.split('/').pop()}: ${problem}`);
}

test('BST602 finds one host that is two services in one namespace', () => {
  expect(findingsOf(['https://a.example.com', 'https://a.example.com/v2'], [['x'], ['x']])).toEqual([
    expect.stringMatching(/^s1: host a\.example\.com is declared here and as .*\/s0, and namespace x uses both$/),
  ]);
});

test('BST602 accepts different hosts, and one host that two namespaces see as different services', () => {
  expect(findingsOf(['https://a.example.com', 'https://b.example.com'], [['x'], ['x']])).toEqual([]);
  expect(findingsOf(['https://a.example.com', 'https://a.example.com/v2'], [['x'], ['y']])).toEqual([]);
});
