import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { IntOrString, KubeDeployment, Quantity } from 'cdk8s-plus-28/lib/imports/k8s';
import { makesPods, ObjectResource } from '../../src/pods/object-resource';
import { expectRefusal } from '../support/declare';

const CONTAINER = { name: 'main', image: 'app' };
const TEMPLATE = { metadata: { labels: { app: 'web' } }, spec: { containers: [CONTAINER] } };
const VOLUME = { name: 'bindings', projected: { sources: [] } };

function made(kind: string, rest: object): ApiObject {
  return new ApiObject(new Chart(new App(), 'chart', { namespace: 'shop' }), 'web', { apiVersion: 'v1', kind, metadata: { name: 'web' }, ...rest });
}

const deployment = (spec: object = {}, pod: object = {}) => made('Deployment', { spec: { template: { ...TEMPLATE, spec: { ...TEMPLATE.spec, ...pod } }, ...spec } });

test.each<[string, object, boolean]>([
  ['Deployment', { spec: { template: TEMPLATE } }, true], ['Rollout', { spec: { template: TEMPLATE } }, true],
  ['CronJob', { spec: { jobTemplate: { spec: { template: TEMPLATE } } } }, true], ['Pod', { spec: TEMPLATE.spec }, true], ['PodTemplate', { template: TEMPLATE }, true],
  ['ConfigMap', { data: {} }, false], ['WorkloadGroup', { spec: { template: { ports: {} } } }, false],
])('a %s with %j makes pods: %p', (kind, rest, makes) => expect(makesPods(made(kind, rest))).toBe(makes));

test('tells what its template and its spec say', () => {
  const ports = [{ name: 'http', containerPort: 8080 }, { containerPort: 53, protocol: 'UDP' }];
  const pod = { serviceAccountName: 'robot', hostNetwork: true, volumes: [{ name: 'own' }], containers: [{ ...CONTAINER, ports }] };
  const object = deployment({ replicas: 2, selector: { matchLabels: { app: 'web' } } }, pod);
  const resource = new ObjectResource(object);
  const { namespace, serviceAccountName, replicas, hostNetwork, volumeNames, labels, annotations } = resource;
  const { ports: told, portNames } = resource;
  const selector = resource.selector();
  expect({ namespace, serviceAccountName, replicas, hostNetwork, volumeNames, labels, annotations, told, portNames, selector }).toEqual({
    namespace: 'shop', serviceAccountName: 'robot', replicas: 2, hostNetwork: true, volumeNames: ['own'], labels: { app: 'web' }, annotations: {},
    told: [8080], portNames: { http: 8080 }, selector: { app: 'web' } });
});

test('says nothing of what it leaves to others', () => {
  const { replicas, ports, serviceAccountName, hostNetwork, volumeNames } = new ObjectResource(deployment());
  expect([replicas, ports, serviceAccountName, hostNetwork, volumeNames]).toEqual([undefined, undefined, 'default', false, []]);
});

test.each([['Job', { spec: { template: TEMPLATE } }], ['CronJob', { spec: { jobTemplate: { spec: { template: TEMPLATE } } } }], ['ReplicationController', { spec: { selector: { app: 'web' }, template: TEMPLATE } }]])(
  'the pods of a %s are found by the labels of its template', (kind, rest) => expect(new ObjectResource(made(kind, rest)).selector()).toEqual({ app: 'web' }));

test('BST025: is refused if it selects by more than labels', () => {
  const selector = { matchExpressions: [{ key: 'app', operator: 'Exists' }] };
  expectRefusal(() => new ObjectResource(deployment({ selector })).selector(), 'BST025', 'chart/web', 'app Exists');
});

test('a container is told variables before its own, and mounts a volume that all of them share', () => {
  const env = [{ name: 'OWN', value: '$(A)' }];
  const object = deployment({}, { containers: [{ ...CONTAINER, env }, { name: 'side', image: 'app' }], initContainers: [{ name: 'init', image: 'app' }] });
  const resource = new ObjectResource(object);
  for (const container of resource.containers) {
    container.prepend([{ name: 'A', value: '1' }]);
    container.mount(VOLUME, '/bindings');
  }
  const { spec } = object.toJson().spec.template;
  expect(spec.containers[0]).toEqual({ ...CONTAINER, env: [{ name: 'A', value: '1' }, ...env], volumeMounts: [{ name: 'bindings', mountPath: '/bindings', readOnly: true }] });
  expect([spec.containers[1].env, spec.initContainers[0].env, spec.volumes]).toEqual([[{ name: 'A', value: '1' }], [{ name: 'A', value: '1' }], [VOLUME]]);
  expect(resource.containers.map(({ name, env: told, mountPaths }) => [name, told.length, mountPaths])).toEqual(
    [['init', 1, ['/bindings']], ['main', 2, ['/bindings']], ['side', 1, ['/bindings']]]);
});

test.each([
  ['Pod', { spec: TEMPLATE.spec }, []], ['PodTemplate', { template: TEMPLATE }, ['template']], ['Job', { spec: { template: { spec: TEMPLATE.spec } } }, ['spec', 'template']],
  ['CronJob', { spec: { jobTemplate: { spec: { template: TEMPLATE } } } }, ['spec', 'jobTemplate', 'spec', 'template']],
])('the template of a %s takes labels, annotations and a word about Services, and keeps what it says', (kind, rest, path) => {
  const object = made(kind, rest);
  const resource = new ObjectResource(object);
  resource.label('team', 'a');
  resource.annotate('note', 'b');
  resource.switchOffServiceLinks();
  const template = path.reduce((at, name) => at[name], object.toJson());
  expect(template).toMatchObject({ metadata: { labels: { ...resource.labels, team: 'a' }, annotations: { note: 'b' } }, spec: { containers: [CONTAINER], enableServiceLinks: false } });
  expect(object.toJson().metadata.name).toBe('web');
});

test('a class of `cdk8s import` keeps what it says in words of its own, and what is added to it later', () => {
  const probe = { httpGet: { path: '/', port: IntOrString.fromNumber(80) } };
  const container = { name: 'main', image: 'app', readinessProbe: probe, resources: { limits: { memory: Quantity.fromString('64Mi') } } };
  const object = new KubeDeployment(new Chart(new App(), 'chart'), 'web', {
    spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec: { hostPid: true, containers: [container] } } },
  });
  const resource = new ObjectResource(object);
  resource.annotate('note', 'b');
  resource.containers[0].prepend([{ name: 'A', value: '1' }]);
  resource.containers[0].mount(VOLUME, '/bindings');
  object.addJsonPatch(JsonPatch.add('/spec/replicas', 3));
  const { replicas, template } = object.toJson().spec;
  expect([replicas, template.metadata.annotations, template.spec.hostPID, template.spec.volumes]).toEqual([3, { note: 'b' }, true, [VOLUME]]);
  expect(template.spec.containers[0]).toMatchObject({ env: [{ name: 'A', value: '1' }], readinessProbe: { httpGet: { port: 80 } }, resources: { limits: { memory: '64Mi' } } });
});

test('claims of a StatefulSet have the names of volumes, and sidecars ports', () => {
  const initContainers = [{ name: 'proxy', restartPolicy: 'Always', ports: [{ containerPort: 9000, name: 'api' }] }, { name: 'setup', ports: [{ containerPort: 1 }] }];
  const resource = new ObjectResource(deployment({ volumeClaimTemplates: [{ metadata: { name: 'data' } }] }, { initContainers }));
  expect([resource.volumeNames, resource.ports, resource.portNames]).toEqual([['data'], [9000], { api: 9000 }]);
});

test('what is no list, or no variable, is none', () => {
  const resource = new ObjectResource(deployment({ selector: { matchExpressions: 'x' } }, { volumes: {}, initContainers: {}, containers: [{ name: 'main', env: [null], volumeMounts: {}, ports: 7 }] }));
  const [{ env, mountPaths }] = resource.containers;
  expect([resource.volumeNames, env, mountPaths, resource.ports, resource.selector()]).toEqual([[], [], [], undefined, { app: 'web' }]);
});
