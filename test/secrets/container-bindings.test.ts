import { EnvValue } from 'cdk8s-plus-28';
import { Pods, SecretBindings, TcpProvider, TcpService, Workload } from '../../src';
import { container, deployment, podTemplate } from '../support/emitted';
import { Declaration } from '../support/topology';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

/** Binds a service `ldap` to a workload `web` in these pods. */
function bind(pods: Pods): void {
  const web = new Workload(declared.topology, 'web', { pods });
  web.uses(new TcpService(declared.topology, 'ldap', { provider: TcpProvider.endpoint({ host: 'ldap.example.com', port: 636 }) }));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
}

const BOUND = [{ name: 'LDAP_HOST', value: 'ldap.example.com' }, { name: 'LDAP_PORT', value: '636' }, { name: 'SERVICE_BINDING_ROOT', value: '/bindings' }];
const MOUNT = { name: 'binding-ldap', mountPath: '/bindings/ldap', readOnly: true };

test('every container is bound, those that run first included, to one volume', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main'), container('sidecar')], initContainers: [container('migrate')] })));
  const { spec } = podTemplate(declared.chart, 'web');
  for (const { env, volumeMounts } of [...spec.containers, ...spec.initContainers!]) expect([env, volumeMounts]).toEqual([BOUND, [MOUNT]]);
  expect(spec.volumes!.map(({ name }) => name)).toEqual(['binding-ldap']);
});

test('the pods of every version are bound', () => {
  const version = (name: string) => deployment(declared.chart, `web-${name}`, {}, { app: 'web', version: name });
  bind(Pods.versions({ v1: version('v1'), v2: version('v2') }));
  for (const name of ['web-v1', 'web-v2']) {
    const { metadata, spec } = podTemplate(declared.chart, name);
    expect([spec.containers[0].env, spec.containers[0].volumeMounts]).toEqual([BOUND, [MOUNT]]);
    expect(metadata.annotations).toMatchObject({ 'ldap.bindings.cdk8s-backing-services.io/type': 'tcp' });
  }
});

test('variables and mounts of the container itself stay, before ours', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main', { envVariables: { LOG_LEVEL: EnvValue.fromValue('debug') } })] })));
  expect(podTemplate(declared.chart, 'web').spec.containers[0].env).toEqual([{ name: 'LOG_LEVEL', value: 'debug' }, ...BOUND]);
});

test('a root that is set is not overwritten, as the specification demands', () => {
  const own = { SERVICE_BINDING_ROOT: EnvValue.fromValue('/platform') };
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main', { envVariables: own }), container('sidecar')] })));
  const [main, sidecar] = podTemplate(declared.chart, 'web').spec.containers;
  expect([main, sidecar].map(({ env }) => env!.find(({ name }) => name === 'SERVICE_BINDING_ROOT')!.value)).toEqual(['/platform', '/bindings']);
});

test('literal files travel as annotations of the pod, annotations of others stay', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { podMetadata: { labels: { app: 'web' }, annotations: { 'prometheus.io/scrape': 'true' } } })));
  expect(podTemplate(declared.chart, 'web').metadata.annotations).toEqual({
    'prometheus.io/scrape': 'true',
    'ldap.bindings.cdk8s-backing-services.io/host': 'ldap.example.com',
    'ldap.bindings.cdk8s-backing-services.io/port': '636',
    'ldap.bindings.cdk8s-backing-services.io/provider': 'ldap',
    'ldap.bindings.cdk8s-backing-services.io/type': 'tcp',
  });
});

test('a second output that binds the same pods is a finding, not an error of cdk8s', () => {
  bind(Pods.of(deployment(declared.chart, 'web')));
  new SecretBindings(declared.chart, 'again', { topology: declared.topology });
  expect(declared.found('BST808').map(found => found.split(': ')[1])).toEqual(
    ['LDAP_HOST', 'LDAP_PORT'].map(name => `variable ${name} is claimed by binding "ldap" to ldap and by the container itself; give this dependency a bindingName of its own`));
});
