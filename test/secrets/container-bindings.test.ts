import { ApiObject } from 'cdk8s';
import { DeploymentProps, EnvValue, Volume } from 'cdk8s-plus-28';
import {
  BindingDelivery, BindingEntry, BindingValue, Platform, Pods, Redis, RedisProvider, SecretBindings, Secrets, TcpProvider, TcpService,
  Topology, UseOptions, Workload,
} from '../../src';
import { expectRefusal, vault } from '../support/declare';
import { container, deployment, emitted, podTemplate } from '../support/emitted';
import { environmentOf } from '../support/kubelet';
import { Declaration } from '../support/topology';
import { Told } from './told';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

/** Binds a service `ldap` to a workload `web` in these pods. */
function bind(pods: Pods, options: UseOptions = {}): void {
  const web = new Workload(declared.topology, 'web', { pods });
  web.uses(new TcpService(declared.topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636 }) }), options);
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
}

const files = { delivery: BindingDelivery.VARIABLES_AND_FILES };
const TOLD = [{ name: 'LDAP_HOST', value: 'ldap.example.com' }, { name: 'LDAP_PORT', value: '636' }];
const BOUND = [...TOLD, { name: 'SERVICE_BINDING_ROOT', value: '/bindings' }];
const MOUNT = { name: 'bindings', mountPath: '/bindings', readOnly: true };
const env = (...variables: [string, string][]) =>
  ({ envVariables: Object.fromEntries(variables.map(([name, value]) => [name, EnvValue.fromValue(value)])) });

test('every container is bound, those that run first included, to one volume', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main'), container('sidecar')], initContainers: [container('migrate')] })), files);
  const { spec } = podTemplate(declared.chart, 'web');
  for (const bound of [...spec.containers, ...spec.initContainers!]) expect([bound.env, bound.volumeMounts]).toEqual([BOUND, [MOUNT]]);
  expect(spec.volumes!.map(({ name }) => name)).toEqual(['bindings']);
});

test('where no variable names a file, there are variables and nothing else', () => {
  bind(Pods.of(deployment(declared.chart, 'web')));
  const { metadata, spec } = podTemplate(declared.chart, 'web');
  expect([spec.containers[0].env, spec.containers[0].volumeMounts, spec.volumes, metadata.annotations])
    .toEqual([TOLD, undefined, undefined, undefined]);
});

test('only the containers that are named are bound', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main'), container('sidecar')] })), { containers: ['main'] });
  expect(podTemplate(declared.chart, 'web').spec.containers.map(({ env: told }) => told)).toEqual([TOLD, undefined]);
});

test('containers that are bound to unlike services mount unlike volumes', () => {
  const { topology } = declared;
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web', { containers: [container('main'), container('sidecar')] })) });
  for (const [id, name] of [['ldap', 'main'], ['smtp', 'sidecar']]) {
    const service = new TcpService(topology, id, { provider: TcpProvider.external({ host: `${id}.example.com`, port: 636 }) });
    web.uses(service, { ...files, containers: [name] });
  }
  new SecretBindings(declared.chart, 'bindings', { topology });
  const { spec } = podTemplate(declared.chart, 'web');
  expect(spec.containers.map(({ volumeMounts }) => volumeMounts!.map(({ name }) => name))).toEqual([['bindings'], ['bindings-2']]);
  expect(JSON.stringify(spec.volumes![0])).not.toContain('smtp');
  expect(JSON.stringify(spec.volumes![1])).not.toContain('ldap');
});

test('BST020: refuses the name of a container that the pods do not have', () =>
  expectRefusal(() => bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main')] })), { containers: ['mian'] }),
    'BST020', 'test/shop/workloads/web uses ldap', 'has no container "mian"; it has "main"', 'leave "containers" out'));

test('BST020: tells of many containers those whose names are nearest', () => {
  const containers = [...Array.from({ length: 24 }, (_, i) => container(`c${i}`)), container('zebra')];
  expectRefusal(() => bind(Pods.of(deployment(declared.chart, 'web', { containers })), { containers: ['zebar'] }), 'BST020', 'test/shop/workloads/web uses ldap', '"zebra"');
});

test('the pods of every version are bound', () => {
  const version = (name: string) => deployment(declared.chart, `web-${name}`, {}, { app: 'web', version: name });
  bind(Pods.versions({ v1: version('v1'), v2: version('v2') }), files);
  for (const name of ['web-v1', 'web-v2']) {
    const { metadata, spec } = podTemplate(declared.chart, name);
    expect([spec.containers[0].env, spec.containers[0].volumeMounts]).toEqual([BOUND, [MOUNT]]);
    expect(metadata.annotations).toMatchObject({ 'ldap.bindings.cdk8s-backing-services.io/type': 'tcp' });
  }
});

test('variables and mounts of the container itself stay, behind ours: so its own can refer to them', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main', env(['TARGET', 'ldap://$(LDAP_HOST):$(LDAP_PORT)']))] })));
  const [main] = podTemplate(declared.chart, 'web').spec.containers;
  expect(main.env).toEqual([...TOLD, { name: 'TARGET', value: 'ldap://$(LDAP_HOST):$(LDAP_PORT)' }]);
  expect(environmentOf(main, {}).get('TARGET')).toBe('ldap://ldap.example.com:636');
});

test('a root that a container sets is honoured: its files are there, and those of others where they were', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main', env(['SERVICE_BINDING_ROOT', '/platform/'])), container('sidecar')] })), files);
  const { containers, volumes } = podTemplate(declared.chart, 'web').spec;
  expect(containers.map(bound => bound.env!.find(({ name }) => name === 'SERVICE_BINDING_ROOT')!.value)).toEqual(['/platform/', '/bindings']);
  expect(containers.map(({ volumeMounts }) => volumeMounts![0].mountPath)).toEqual(['/platform', '/bindings']);
  expect(volumes!.map(({ name }) => name)).toEqual(['bindings', 'bindings-2']);
});

test.each(['', '/', 'relative', '/a:b', '/my bindings', '/a%20b', "/o'brien"])('BST020: refuses a root that no path of a file can stand below in every text: %p', root =>
  expectRefusal(() => bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main', env(['SERVICE_BINDING_ROOT', root]))] }))),
    'BST020', 'container main', 'SERVICE_BINDING_ROOT', 'absolute path'));

test('literal files travel as annotations of the pod, annotations of others stay', () => {
  bind(Pods.of(deployment(declared.chart, 'web', { podMetadata: { labels: { app: 'web' }, annotations: { 'prometheus.io/scrape': 'true' } } })), files);
  expect(podTemplate(declared.chart, 'web').metadata.annotations).toEqual({
    'prometheus.io/scrape': 'true',
    'ldap.bindings.cdk8s-backing-services.io/host': 'ldap.example.com',
    'ldap.bindings.cdk8s-backing-services.io/port': '636',
    'ldap.bindings.cdk8s-backing-services.io/type': 'tcp',
  });
});

test('a literal file that names another is told to each container below the root that the container has', () => {
  const containers = ['/ra', '/rb'].map((root, i) => container(`c${i}`, env(['SERVICE_BINDING_ROOT', root])));
  const uri = BindingValue.join(BindingValue.literal('postgresql://db/app?sslrootcert='), BindingValue.file('ca.crt'));
  const web = new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web', { containers })) });
  const told = [BindingEntry.of('url', uri, { file: 'uri' }), BindingEntry.text('ca', 'PEM', { file: 'ca.crt' })];
  web.uses(new Told(declared.topology, 'db', told), { delivery: BindingDelivery.FILES });
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
  const { metadata, spec } = podTemplate(declared.chart, 'web');
  const read = spec.volumes!.map(({ projected }) => projected!.sources!.flatMap(({ downwardAPI }) => downwardAPI!.items)
    .filter(({ path }) => path === 'db/uri').map(({ fieldRef }) => metadata.annotations![/'(.*)'/.exec(fieldRef!.fieldPath)![1]]));
  expect(read).toEqual([['postgresql://db/app?sslrootcert=/ra/db/ca.crt'], ['postgresql://db/app?sslrootcert=/rb/db/ca.crt']]);
});

test.each(['/bindings', '/bindings/', '/bindings/ldap'])('BST020: refuses a container with a mount of its own at %s', path => {
  const volumeMounts = [{ path, volume: Volume.fromEmptyDir(declared.chart, 'scratch', 'scratch') }];
  expectRefusal(() => bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main', { volumeMounts })] })), files),
    'BST020', 'test/shop/workloads/web uses ldap', `the container "main" has something mounted at "${path}"`, 'SERVICE_BINDING_ROOT');
});

test('a mount of its own elsewhere stays, and at the root too where no variable names a file', () => {
  const volume = Volume.fromEmptyDir(declared.chart, 'scratch', 'scratch');
  bind(Pods.of(deployment(declared.chart, 'web', { containers: [container('main', { volumeMounts: [{ path: '/bindings', volume }] })] })));
  const other = new Declaration();
  declared = other;
  bind(Pods.of(deployment(other.chart, 'web', { containers: [container('main', { volumeMounts: [{ path: '/bindings-2', volume: Volume.fromEmptyDir(other.chart, 's', 's') }] })] })), files);
  expect(podTemplate(other.chart, 'web').spec.containers[0].volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(['/bindings-2', '/bindings']);
});

test.each<[string, (volume: Volume) => DeploymentProps]>([
  ['in the pods', volume => ({ volumes: [volume] })],
  ['mounted in a container', volume => ({ containers: [container('main', { volumeMounts: [{ path: '/own', volume }] })] })],
])('BST020: refuses a volume of its own named as the volume of bindings, %s', (_, props) =>
  expectRefusal(() => bind(Pods.of(deployment(declared.chart, 'web', props(Volume.fromEmptyDir(declared.chart, 'own', 'bindings')))), files),
    'BST020', 'test/shop/workloads/web uses ldap', 'has a volume "bindings" already', 'give that volume another name'));

describe('BST020: pods that are bound already are refused with the path of the output that did it, if they have files', () => {
  const ONCE = 'bind these pods once, by one Platform or SecretBindings and as one workload';

  test('of the same topology', () => {
    bind(Pods.of(deployment(declared.chart, 'web')), files);
    expectRefusal(() => new Platform(declared.chart, 'platform', { topology: declared.topology }),
      'BST020', 'test/shop/workloads/web uses ldap', 'the pods of test/web are bound by test/bindings already', ONCE);
  });

  test('as another workload', () => {
    const pods = Pods.of(deployment(declared.chart, 'web'));
    const smtp = new TcpService(declared.topology, 'smtp', { provider: TcpProvider.external({ host: 'smtp.example.com', port: 25 }) });
    new Workload(declared.topology, 'mailer', { pods }).uses(smtp, files);
    expectRefusal(() => bind(pods, files), 'BST020', 'test/shop/workloads/web uses ldap', 'are bound by test/bindings already', ONCE);
  });

  test('of another topology', () => {
    const pods = Pods.of(deployment(declared.chart, 'web'));
    bind(pods, files);
    const theirs = new Topology(declared.chart, 'theirs');
    new Workload(theirs, 'web', { pods }).uses(new TcpService(theirs, 'smtp', { provider: TcpProvider.external({ host: 'smtp.example.com', port: 25 }) }), files);
    expectRefusal(() => new Platform(declared.chart, 'platform', { topology: theirs }),
      'BST020', 'test/theirs/workloads/web uses smtp', 'are bound by test/bindings already', ONCE);
  });
});

test('where a variable has a name that Kubernetes would give to one of a Service, the variables of Services stay out', () => {
  bind(Pods.of(deployment(declared.chart, 'web')));
  expect(podTemplate(declared.chart, 'web').spec).toMatchObject({ enableServiceLinks: false });
});

test('a second output that binds the same pods is a finding that tells the first, and not an error of cdk8s', () => {
  bind(Pods.of(deployment(declared.chart, 'web')));
  new SecretBindings(declared.chart, 'again', { topology: declared.topology });
  expect(declared.found('BST808').map(found => found.split(': ')[1])).toEqual(
    ['LDAP_HOST', 'LDAP_PORT'].map(name => `variable ${name} is claimed by binding "ldap" to ldap and by test/bindings; `
      + 'bind these pods once, by one Platform or SecretBindings and as one workload that declares all that they use'));
});

/** An object that no class of cdk8s-plus makes. */
const rollout = () => new ApiObject(declared.chart, 'web', {
  apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', image: 'app' }] } } },
});

test('pods of an object that no class of cdk8s-plus makes are bound alike', () => {
  const object = rollout();
  bind(Pods.of(object), files);
  const { metadata, spec } = object.toJson().spec.template;
  expect([spec.containers, spec.volumes.map(({ name }: { name: string }) => name)]).toEqual([[{ name: 'main', image: 'app', env: BOUND, volumeMounts: [MOUNT] }], ['bindings']]);
  expect(metadata.annotations).toMatchObject({ 'ldap.bindings.cdk8s-backing-services.io/host': 'ldap.example.com' });
  expect(spec.enableServiceLinks).toBe(false);
});

test('BST020: such pods are bound once', () => {
  const object = rollout();
  bind(Pods.of(object), files);
  declared = new Declaration();
  expectRefusal(() => bind(Pods.of(object), files), 'BST020', 'test/shop/workloads/web uses ldap', 'are bound by test/bindings already', 'bind these pods once');
});

test('a binding that no container gets needs no Secret, and one that some get does', () => {
  const secretsFor = (containers: string[]) => {
    const bound = new Declaration();
    const web = new Workload(bound.topology, 'web', { pods: Pods.of(deployment(bound.chart, 'web', { containers: [container('main'), container('sidecar')] })) });
    web.uses(new Redis(bound.topology, 'cache', { provider: RedisProvider.external({ host: 'a.example.com', credentials: vault.secret('cache') }) }), { containers });
    new SecretBindings(bound.chart, 'bindings', { topology: bound.topology, secrets: Secrets.externalSecrets() });
    return emitted(bound.chart, 'ExternalSecret').map(({ metadata: { name } }) => name);
  };
  expect([secretsFor([]), secretsFor(['main'])]).toEqual([[], ['web-cache']]);
});
