import { Duration } from 'cdk8s';
import { Contract, HttpProvider, HttpRoute, HttpService, IstioMesh, Pods, RetryPolicy, Severity, Workload } from '../../src';
import { Declaration } from '../support/topology';

/** An ingress gateway, whose own policies belong to its owner, before a service of ours. */
function gatewayBefore(declare: (gateway: Workload, front: HttpService) => void, routes: HttpRoute[] = []) {
  const declaration = new Declaration();
  const { topology } = declaration;
  const web = new Workload(topology, 'web', { pods: Pods.elsewhere({
    labels: { app: 'web' }, versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name }, replicas: 1 })), serviceAccountName: 'web',
  }) });
  const gateway = new Workload(topology, 'gateway', { guarded: false, pods: Pods.elsewhere({ labels: { istio: 'gateway' }, serviceAccountName: 'gateway' }) });
  declare(gateway, new HttpService(topology, 'front', { provider: HttpProvider.workload(web), routes }));
  new IstioMesh(declaration.chart, 'istio', { topology });
  return topology.findings.filter(finding => finding.code === 'BST617');
}

test('BST617 accepts a gateway that only calls', () => {
  expect(gatewayBefore((gateway, front) => gateway.calls(front))).toEqual([]);
});

test('BST617 finds a timeout and retries that no gateway would take from this topology', () => {
  const [finding, ...others] = gatewayBefore((gateway, front) =>
    gateway.calls(front, { timeout: Duration.seconds(1), retry: RetryPolicy.attempts(1) }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: Severity.ERROR, problem: 'timeout and retry cannot act on gateway, whose traffic its owner\'s VirtualServices rule' });
});

test('BST617 warns that a canary does not rule what comes through a gateway', () => {
  expect(gatewayBefore((gateway, front) => gateway.calls(front), [HttpRoute.split({ v1: 90, v2: 10 })]))
    .toMatchObject([{ severity: Severity.WARNING, problem: 'the routes of front do not rule what comes through gateway' }]);
});

test('BST617 finds operations of a service whose workload another owner guards', () => {
  const declaration = new Declaration();
  const { topology } = declaration;
  const others = new Workload(topology, 'others', { guarded: false, pods: Pods.elsewhere({ labels: { app: 'others' } }) });
  const users = new HttpService(topology, 'users', {
    provider: HttpProvider.workload(others), contract: Contract.openApi('examples/twelve-factor/contracts/user-service.yaml'),
  });
  const web = new Workload(topology, 'web', { pods: Pods.elsewhere({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
  web.calls(users, { operations: ['getUser'] });
  new IstioMesh(declaration.chart, 'istio', { topology });
  expect(topology.findings.filter(finding => finding.code === 'BST617'))
    .toMatchObject([{ problem: 'operations of users cannot be held to, because others is guarded by another owner' }]);
});
