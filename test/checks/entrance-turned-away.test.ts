import { ApiObject, Duration } from 'cdk8s';
import { AdmittedPeer, Gateway, HttpProvider, HttpService, Pods, Workload, WorkloadPortOptions, WorkloadStanding } from '../../src';
import { entranceByHand, LEADING, serviceByHand } from '../support/services-by-hand';
import { Declaration } from '../support/topology';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

const found = () => declared.found('BST538');
const pods = (app: string) => Pods.fromLabels({ labels: { app } });
const shop = (options: WorkloadPortOptions = {}, standing?: WorkloadStanding) => {
  const server = new Workload(declared.topology, 'frontend', { pods: pods('frontend'), standing });
  const service = new HttpService(declared.topology, 'shop', { provider: HttpProvider.workload(server, { port: 80, targetPort: 8080, ...options }) });
  return { server, service };
};
const there = (spec: object) => serviceByHand(declared.chart, 'there', [{ port: 80, name: 'http', targetPort: 8080 }], { selector: { app: 'frontend' }, ...spec });

describe('BST538 entrance-turned-away: a Service that lets in who is outside', () => {
  test.each(['LoadBalancer', 'NodePort'])('is found as a %s in front of pods that are guarded', type => {
    shop({ existingService: 'there' });
    there({ type });
    expect(found()).toEqual([`error shop: the Service "there" is a ${type}, which lets in who is outside, and policies guard frontend, which turn away whoever is no declared caller; `
      + 'let in the addresses that they come from, by frontend.admits() of AdmittedPeer.addresses() with port 8080; or declare the Gateway that '
      + 'lets them in as a caller of shop and make the Service a ClusterIP, or give frontend the standing MIGRATING until then']);
  });

  test.each<[string, object, WorkloadStanding | undefined]>([
    ['is a ClusterIP', { type: 'ClusterIP' }, undefined], ['says no type', {}, undefined],
    ['is in front of pods that are not guarded yet', { type: 'NodePort' }, WorkloadStanding.MIGRATING],
  ])('is accepted where it %s', (_, spec, standing) => {
    shop({ existingService: 'there' }, standing);
    there(spec);
    expect(found()).toEqual([]);
  });

  test.each<[string, AdmittedPeer, number]>([
    ['addresses at the port of the pods', AdmittedPeer.addresses({ cidrs: ['0.0.0.0/0'], port: 8080 }), 0],
    ['addresses at another port', AdmittedPeer.addresses({ cidrs: ['0.0.0.0/0'], port: 80 }), 1],
    ['pods', AdmittedPeer.pods({ namespace: 'a', podLabels: { a: 'b' }, port: 8080 }), 1],
  ])('is found where nobody outside is let in: with %s', (_, peer, count) => {
    shop({ existingService: 'there' }).server.admits(peer);
    there({ type: 'LoadBalancer' });
    expect(found()).toHaveLength(count);
  });
});

describe('BST538 entrance-turned-away: a Service by hand that no backing service is at', () => {
  const ofObjects = () => declared.topology.findings.filter(({ code }) => code === 'BST538').map(({ path, problem, fix }) => `${path}: ${problem}; ${fix}`);
  const beside = (spec: object, targetPort: number | string = 8080, namespace?: string) =>
    serviceByHand(declared.chart, 'beside', [{ port: 80, targetPort }], { selector: { app: 'frontend' }, ...spec }, namespace);

  test.each(['LoadBalancer', 'NodePort'])('is found as a %s that selects pods that are guarded', type => {
    shop();
    beside({ type });
    expect(ofObjects()).toEqual([`test/service-beside: this Service is a ${type}, which lets in who is outside, and selects the pods of frontend, which policies guard: `
      + 'they turn away whoever is no declared caller; let in the addresses that they come from, by frontend.admits() of AdmittedPeer.addresses() with port 8080; '
      + 'or take the Service out, or give frontend the standing MIGRATING until then']);
  });

  test.each<[string, () => void]>([
    ['is a ClusterIP', () => beside({})], ['selects nothing', () => beside({ type: 'NodePort', selector: {} })],
    ['selects others', () => beside({ type: 'NodePort', selector: { app: 'frontend', tier: 'x' } })],
    ['is in another namespace', () => beside({ type: 'NodePort' }, 8080, 'other')],
    ['leads to a name that nobody tells a number of', () => beside({ type: 'NodePort' }, 'http')],
  ])('is accepted where it %s', (_, declare) => {
    shop();
    declare();
    expect(ofObjects()).toEqual([]);
  });

  test('is accepted where addresses are let in, and in front of pods that are not guarded', () => {
    shop().server.admits(AdmittedPeer.addresses({ cidrs: ['0.0.0.0/0'], port: 8080 }));
    beside({ type: 'NodePort' });
    expect(ofObjects()).toEqual([]);
    declared = new Declaration();
    shop({}, WorkloadStanding.MIGRATING);
    beside({ type: 'NodePort' });
    expect(ofObjects()).toEqual([]);
  });

  test('is told of once for pods in several versions', () => {
    declared.workload('frontend', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
    beside({ type: 'NodePort' });
    expect(ofObjects()).toHaveLength(1);
  });
});

describe.each(Object.keys(LEADING))('BST538 entrance-turned-away: a %s', kind => {
  test.each<[string, WorkloadPortOptions]>([['that is made here', {}], ['that is there', { existingService: 'shop' }]])('is found that leads to a Service %s', (_, options) => {
    shop(options);
    entranceByHand(declared.chart, kind, 'shop', 80);
    expect(found()).toEqual([`error shop: what comes from outside is led to its port 80 by ${kind} "front" (test/by-${kind}), and policies guard frontend, which turn it away: `
      + 'no gateway is a declared caller, and nobody else is let in; declare the Gateway that it comes through as a caller of shop; '
      + 'or let its pods in, by frontend.admits() of AdmittedPeer.pods(), or meshPods(), with port 8080; or give frontend the standing MIGRATING until then']);
  });

  test.each<[string, string, number]>([['another Service', 'other', 80], ['another port', 'shop', 81]])('is accepted that leads to %s', (_, name, port) => {
    shop();
    entranceByHand(declared.chart, kind, name, port);
    expect(found()).toEqual([]);
  });

  test('is accepted where the pods are not guarded from here', () => {
    shop({}, WorkloadStanding.MIGRATING);
    entranceByHand(declared.chart, kind, 'shop', 80);
    expect(found()).toEqual([]);
  });

  test('is accepted where a gateway is a declared caller', () => {
    new Gateway(declared.topology, 'ingress', { pods: pods('ingress') }).calls(shop().service);
    entranceByHand(declared.chart, kind, 'shop', 80);
    expect(found()).toEqual([]);
  });
});

describe('BST538 entrance-turned-away: what leads in', () => {
  const ingress = (port: object | undefined) => new ApiObject(declared.chart, 'ingress-object', {
    apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'front' }, spec: { defaultBackend: { service: { name: 'there', port } } },
  });

  test.each<[string, object | undefined, number]>([
    ['a name that the Service gives the port', { name: 'http' }, 1], ['a name of another port', { name: 'admin' }, 0], ['no port at all', undefined, 1],
  ])('is found as often by %s', (_, port, count) => {
    shop({ existingService: 'there' });
    serviceByHand(declared.chart, 'there', [{ port: 80, name: 'http', targetPort: 8080 }, { port: 81, name: 'admin' }]);
    ingress(port);
    expect(found()).toHaveLength(count);
  });

  test('is found by a name that nobody tells a number of', () => {
    shop({ existingService: 'there' });
    ingress({ name: 'http' });
    expect(found()).toHaveLength(1);
  });

  test.each<[string, (server: Workload, service: HttpService) => void, number]>([
    ['where pods are let in at the port', server => server.admits(AdmittedPeer.pods({ namespace: 'nginx', podLabels: { app: 'nginx' }, port: 8080 })), 0],
    ['where every workload lets them in', () => declared.topology.everyWorkloadAdmits(AdmittedPeer.pods({ namespace: 'nginx', podLabels: { app: 'nginx' }, port: 8080 })), 0],
    ['where pods are let in at another port', server => server.admits(AdmittedPeer.pods({ namespace: 'a', podLabels: { app: 'b' }, port: 9102 })), 1],
    ['where somebody else\'s pods call it', (_, service) => void new Workload(declared.topology, 'nginx', { pods: pods('nginx'), standing: WorkloadStanding.FOREIGN }).calls(service), 0],
    ['where a workload of ours calls it', (_, service) => void declared.workload('web').calls(service, { timeout: Duration.seconds(1) }), 1],
  ])('is found as often %s', (_, declare, count) => {
    const { server, service } = shop();
    declare(server, service);
    entranceByHand(declared.chart, 'Ingress', 'shop', 80);
    expect(found()).toHaveLength(count);
  });

  test('is told once of several', () => {
    shop();
    Object.keys(LEADING).forEach(kind => entranceByHand(declared.chart, kind, 'shop', 80));
    expect(found()).toEqual([expect.stringContaining('by Ingress "front" (test/by-Ingress), HTTPRoute "front" (test/by-HTTPRoute), VirtualService "front" (test/by-VirtualService), and')]);
  });

  test('is found at the Service of a version', () => {
    const server = declared.workload('frontend', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
    new HttpService(declared.topology, 'shop', { provider: HttpProvider.workload(server, { kubernetesService: { perVersion: true } }) });
    entranceByHand(declared.chart, 'HTTPRoute', 'shop-v2', 80);
    expect(found()).toHaveLength(1);
  });
});
