import { CircuitBreaker, HttpProvider, HttpService, IstioMesh, LoadBalancing, Pods, TcpProvider, TcpService, Workload } from '../../src';
import { Declaration } from '../support/topology';

function findingsOf(declare: (web: Workload, server: Workload) => void) {
  const { topology, chart } = new Declaration();
  const [web, server] = ['web', 'server'].map(name => new Workload(topology, name, {
    pods: Pods.elsewhere({ labels: { app: name }, replicas: 2, serviceAccountName: name }),
  }));
  declare(web, server);
  new IstioMesh(chart, 'istio', { topology });
  return topology.findings.filter(finding => finding.code === 'BST619').map(finding => finding.problem);
}

const breaker = { circuitBreaker: CircuitBreaker.consecutiveErrors(5) };
const tcp = (server: Workload, headless: boolean) => new TcpService(server.topology as never, 'tcp', { provider: TcpProvider.workload(server, { port: 1, headless }) });

test('BST619 accepts a headless service without policy, and a breaker on one that is not headless', () => {
  expect(findingsOf((web, server) => web.uses(tcp(server, true)))).toEqual([]);
  expect(findingsOf((web, server) => web.uses(tcp(server, false), breaker))).toEqual([]);
});

test('BST619 finds a breaker on a headless service', () => {
  expect(findingsOf((web, server) => web.uses(tcp(server, true), breaker))).toEqual([
    'the service is headless, so the circuit breaker of web cannot act',
  ]);
});

test('BST619 finds sticky load balancing on a headless service, and leaves out the usual algorithm', () => {
  const sticky = (loadBalancing?: LoadBalancing) => findingsOf((web, server) => web.calls(new HttpService(server.topology as never, 'http', {
    provider: HttpProvider.workload(server, { headless: true }), loadBalancing,
  })));
  expect(sticky(LoadBalancing.stickyHeader('x-user'))).toEqual(['the service is headless, so sticky load balancing cannot act']);
  expect(sticky()).toEqual([]);
});
