import {
  AddressRole, CredentialOptions, HttpProvider, HttpService, KubernetesServices, Locator, NetworkPolicies,
  Pods, Postgres, PostgresProvider, Provision, Redis, RedisProvider, ServiceAddressProps, WorkloadPortOptions,
  TcpProvider, TcpService, Tls, Workload,
} from '../../src';
import { given } from '../../src/backing-services/given';
import { vault } from '../support/declare';
import { deployment, Emitted, emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';

function services(declare: (declared: Declaration) => void): Emitted[] {
  const declared = new Declaration();
  declare(declared);
  new KubernetesServices(declared.chart, 'services', { topology: declared.topology });
  return emitted(declared.chart, 'Service');
}

test('the smallest service', () =>
  expect(yaml(services(declared => declared.api(declared.workload('orders'))))).toMatchSnapshot());

test('a service with every option, on a workload with two versions', () => {
  const options: Required<Omit<WorkloadPortOptions, keyof CredentialOptions | 'existingService' | 'service' | 'serverEnvNames' | 'kubernetesService' | 'targetPortName'>> = {
    port: 6380, targetPort: 16379, headless: true, tls: Tls.NONE,
  };
  expect(yaml(services(({ topology, chart }) => {
    const version = (name: string) => deployment(chart, `cache-${name}`, {}, { app: 'cache', version: name });
    const cache = new Workload(topology, 'cache-server', { pods: Pods.versions({ v1: version('v1'), v2: version('v2') }) });
    new Redis(topology, 'cache', { provider: RedisProvider.workload(cache, options) });
  }))).toMatchSnapshot();
});

test('the selector takes the pods of all versions, so it does not name one', () => {
  const [{ spec }] = services(declared => declared.api(declared.workload('reviews', {
    labels: { app: 'reviews' }, versions: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }],
  })));
  expect(spec.selector).toEqual({ app: 'reviews' });
});

test.each([
  ['http', 'http', (declared: Declaration, workload: Workload) => declared.api(workload)],
  ['grpc', 'grpc', (declared: Declaration, workload: Workload) => declared.grpc(workload)],
  ['tcp', 'tcp', ({ topology }: Declaration, workload: Workload) => new TcpService(topology, 's', { provider: TcpProvider.workload(workload, { port: 1 }) })],
  ['tcp-redis', 'tcp', ({ topology }: Declaration, workload: Workload) => new Redis(topology, 's', { provider: RedisProvider.workload(workload) })],
  ['tcp-postgresql', 'tcp', ({ topology }: Declaration, workload: Workload) =>
    new Postgres(topology, 's', { provider: PostgresProvider.workload(workload, { database: 'd', credentials: vault.secret('d') }) })],
])('Istio reads the protocol from the port name %s and from appProtocol %s', (name, appProtocol, declare) => {
  const [{ spec }] = services(declared => declare(declared, declared.workload('server')));
  expect(spec.ports).toMatchObject([{ name, appProtocol }]);
  expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
});

test('one that is not headless leaves the address to the cluster', () => {
  const [{ spec }] = services(declared => declared.api(declared.workload('orders')));
  expect(spec).not.toHaveProperty('clusterIP');
});

test('a port by name is sent to by name, and its number is what policies open', () => {
  const declared = new Declaration();
  const server = declared.workload('orders', { versions: [{ labels: {}, ports: [8080], portNames: { http: 8080 } }] });
  const api = new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(server, { targetPortName: 'http' }) });
  declared.workload('web').calls(api);
  new KubernetesServices(declared.chart, 'services', { topology: declared.topology });
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology });
  expect(emitted(declared.chart, 'Service')[0].spec.ports).toMatchObject([{ port: 80, targetPort: 'http' }]);
  const ingress = emitted(declared.chart, 'NetworkPolicy').flatMap(({ spec }) => spec.ingress ?? []);
  expect(ingress.map(({ ports }) => ports)).toEqual([[{ protocol: 'TCP', port: 8080 }]]);
});

test('the smallest Service per version, beside the common one', () => {
  const versions = ['v1', 'v2'].map(name => ({ name, labels: { version: name } }));
  const made = services(declared => void new HttpService(declared.topology, 'reviews', {
    provider: HttpProvider.workload(declared.workload('reviews', { versions }), { kubernetesService: { perVersion: true } }),
  }));
  expect(made.map(({ metadata: { name }, spec: { selector } }) => [name, selector])).toEqual([
    ['reviews', { app: 'reviews' }], ['reviews-v1', { app: 'reviews', version: 'v1' }], ['reviews-v2', { app: 'reviews', version: 'v2' }],
  ]);
  expect(made[1].spec.ports).toEqual(made[0].spec.ports);
});

test('a locator says how each of its Services is made, by name', () => {
  const declared = new Declaration();
  const workload = declared.workload('queue', { namespace: 'shop' });
  class Made extends TcpProvider {
    public provide(): Provision {
      const addresses = [{ service: 'queue', port: 5672 }, { service: 'queue-members', port: 4369, headless: true, role: AddressRole.MEMBER }];
      return new Provision({ locator: Locator.ofWorkload({ workload, addresses, kubernetesServices: { 'queue-members': { publishNotReadyAddresses: true } } }) });
    }
  }
  new TcpService(declared.topology, 'queue', { provider: new Made() });
  new KubernetesServices(declared.chart, 'services', { topology: declared.topology });
  expect(emitted(declared.chart, 'Service').map(({ spec }) => [spec.clusterIP, spec.publishNotReadyAddresses])).toEqual([[undefined, undefined], ['None', true]]);
});

test.each(['a', 'z'])('versions have Services of their own, whichever of the services that share one says so: %s', id => {
  const declared = new Declaration();
  const workload = declared.workload('queue', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
  const made = (addresses: ServiceAddressProps[], service: string) => given(TcpProvider, () => (
    new Provision({ locator: Locator.ofWorkload({ workload, addresses, kubernetesServices: { [service]: { perVersion: true } } }) })));
  const both = [{ service: 'x', port: 1 }, { service: 'y', port: 2, role: AddressRole.READ_ONLY }];
  new TcpService(declared.topology, id, { provider: made(both, 'y') });
  new TcpService(declared.topology, 'm', { provider: made([{ service: 'x', port: 3 }], 'x') });
  new KubernetesServices(declared.chart, 'services', { topology: declared.topology });
  expect(emitted(declared.chart, 'Service').map(({ metadata: { name } }) => name).sort()).toEqual(['x', 'x-v1', 'x-v2', 'y', 'y-v1', 'y-v2']);
});
