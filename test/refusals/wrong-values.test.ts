import { App, Chart, Duration } from 'cdk8s';
import {
  CircuitBreaker, HttpProvider, HttpService, Mesh, NetworkPeer, Platform, Pods, RetryCondition, TcpProvider, TcpService, Topology, Workload,
} from '../../src';

/** Declares a service, calls it, and synthesizes all of it. */
function synthesized(declare: (topology: Topology, web: Workload) => void, mesh = Mesh.istio(), dns?: { podLabels: Record<string, string> }): string {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  declare(topology, new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' } }), serviceAccountName: 'web' }));
  new Platform(chart, 'platform', { topology, mesh, dns: dns && NetworkPeer.pods({ namespace: 'dns', port: 53, ...dns }) });
  return app.synthYaml();
}

const tcp = (host: string, cidrs?: string[]) => () => synthesized((topology, web) => {
  web.uses(new TcpService(topology, 'tcp', { provider: TcpProvider.external({ host, port: 7000, cidrs }) }));
});
const neighbour = (podLabels: Record<string, string>) => () => synthesized((topology, web) => {
  web.calls(new HttpService(topology, 'http', { provider: HttpProvider.inCluster({ service: 'api', namespace: 'other', podLabels }) }));
});
const called = (timeout: Duration) => () => synthesized((topology, web) => {
  web.calls(new HttpService(topology, 'http', { provider: HttpProvider.external('http://api.example.com') }), { timeout });
});
const AGES = Duration.days(106_752);

/** What was accepted once, and refused by Kubernetes or Istio, or read by them as something else. */
const WRONG: [string, () => unknown, string][] = [
  ...[419, 430, 440, 444, 499, 509, 520, 530, 598].map((status): [string, () => unknown, string] => [`the status ${status}, which Go has no text for`, () => RetryCondition.status(status), 'BST010']),
  ...['10.1.2.3/8', '::ffff:c000:201/128', '010.0.0.0/8'].map((cidr): [string, () => unknown, string] => [`the range ${cidr}`, tcp('a.example.com', [cidr]), 'BST026']),
  ['no range', tcp('a.example.com', []), 'BST016'],
  ['a timeout that Go cannot hold', called(AGES), 'BST009'],
  ['a reset timeout that Go cannot hold', () => CircuitBreaker.consecutiveErrors(1, { resetTimeout: AGES }), 'BST009'],
  ...['db.1', '0x7f.1', '010.0.0.1'].map((host): [string, () => unknown, string] => [`the host ${host}`, tcp(host), 'BST801']),
  ['a cluster domain that leaves no room for names', () => synthesized((topology, web) => {
    new HttpService(topology, 'a'.repeat(63), { provider: HttpProvider.workload(web) });
  }, Mesh.istio({ clusterDomain: `${`${'long'.repeat(15)}.`.repeat(3)}example` })), 'BST801'],
  ['a neighbour whose pods no label tells', neighbour({}), 'BST016'],
  ['a peer whose pods no label tells', () => synthesized(() => undefined, Mesh.istio(), { podLabels: {} }), 'BST025'],
];

test.each(WRONG)('%s is refused', (_, declare, code) => {
  expect(declare).toThrow(code);
});
