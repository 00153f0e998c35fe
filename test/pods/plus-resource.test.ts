import { ApiObject, App, Chart, Cron } from 'cdk8s';
import * as plus28 from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';
import { isPlusWorkload, PlusResource } from '../../src/pods/plus-resource';
import { expectRefusal } from '../support/declare';

const VERSIONS: [string, typeof plus28][] = [['cdk8s-plus-28', plus28], ['cdk8s-plus-33', plus33 as unknown as typeof plus28]];
const VOLUME = { name: 'bindings', projected: { sources: [{ downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.name' } }] } }] } };

describe.each(VERSIONS)('a workload of %s', (_, plus) => {
  const chart = () => new Chart(new App(), 'chart', { namespace: 'shop' });
  const web = (props: plus28.DeploymentProps = {}) => new plus.Deployment(chart(), 'web', { containers: [{ name: 'main', image: 'app', portNumber: 8080 }], ...props });
  const template = (workload: plus28.Workload) => ApiObject.of(workload).toJson().spec.template;

  test('is known for one, which no other construct is', () =>
    expect([isPlusWorkload(web()), isPlusWorkload(chart()), isPlusWorkload(ApiObject.of(web()))]).toEqual([true, false, false]));

  test('tells namespace, account, replicas, ports and labels', () => {
    const made = web({ replicas: 3, hostNetwork: true, podMetadata: { labels: { app: 'web' }, annotations: { a: 'b' } } });
    const { namespace, serviceAccountName, replicas, ports, labels, annotations, hostNetwork } = new PlusResource(made as never);
    expect({ namespace, serviceAccountName, replicas, ports, labels, annotations, hostNetwork }).toEqual({
      namespace: 'shop', serviceAccountName: 'default', replicas: 3, ports: [8080], labels: { app: 'web', ...made.matchLabels }, annotations: { a: 'b' }, hostNetwork: true });
  });

  test('is told variables before its own, and mounts one volume in several containers', () => {
    const own = { OWN: plus.EnvValue.fromValue('$(A)') };
    const made = web({ containers: [{ name: 'main', image: 'app', envVariables: own }, { name: 'side', image: 'app' }], initContainers: [{ name: 'init', image: 'app' }] });
    const resource = new PlusResource(made as never);
    for (const container of resource.containers) {
      container.prepend([{ name: 'A', value: '1' }, { name: 'B', valueFrom: { secretKeyRef: { key: 'k', name: 's' } } }]);
      container.mount(VOLUME, '/bindings');
    }
    const { spec } = template(made);
    expect(spec.containers[0].env).toEqual([{ name: 'A', value: '1' }, { name: 'B', valueFrom: { secretKeyRef: { key: 'k', name: 's' } } }, { name: 'OWN', value: '$(A)' }]);
    expect([...spec.containers, ...spec.initContainers].map(({ volumeMounts }) => volumeMounts)).toEqual(
      Array(3).fill([{ name: 'bindings', mountPath: '/bindings', readOnly: true }]));
    expect([spec.volumes, resource.volumeNames, resource.containers[0].name]).toEqual([[VOLUME], ['bindings'], 'init']);
    expect(resource.containers.map(({ mountPaths }) => mountPaths)).toEqual(Array(3).fill(['/bindings']));
  });

  test('has the volume that its containers mount, as a StatefulSet too', () => {
    const scope = chart();
    const service = new plus.Service(scope, 'service', { ports: [{ port: 1 }], clusterIP: 'None' });
    const made = new plus.StatefulSet(scope, 'set', { service, containers: [{ image: 'app' }] });
    new PlusResource(made as never).containers[0].mount(VOLUME, '/bindings');
    expect(template(made).spec.volumes).toEqual([VOLUME]);
  });

  test('tells the ports of sidecars, which run first and stay', () => {
    const initContainers = [{ name: 'proxy', image: 'app', restartPolicy: plus.ContainerRestartPolicy?.ALWAYS, ports: [{ number: 9000, name: 'api' }] }];
    const { ports, portNames } = new PlusResource(web({ initContainers }) as never);
    expect([ports, portNames]).toEqual(plus.ContainerRestartPolicy ? [[9000, 8080], { api: 9000 }] : [[8080], undefined]);
  });

  test('takes labels, annotations and a word about Services, whatever else its template says', () => {
    const made = web();
    const resource = new PlusResource(made as never);
    resource.label('team', 'a');
    resource.annotate('note', 'b');
    resource.switchOffServiceLinks();
    expect(template(made)).toMatchObject({ metadata: { labels: { team: 'a' }, annotations: { note: 'b' } }, spec: { enableServiceLinks: false } });
  });

  test('that runs to its end is found by the label that only its pods have', () => {
    const job = new plus.Job(chart(), 'once', { containers: [{ image: 'app' }] });
    const cron = new plus.CronJob(chart(), 'often', { schedule: Cron.hourly(), containers: [{ image: 'app' }] });
    for (const made of [job, cron]) {
      const resource = new PlusResource(made as never);
      expect(resource.selector()).toEqual({ 'cdk8s.io/metadata.addr': resource.labels['cdk8s.io/metadata.addr'] });
      resource.switchOffServiceLinks();
    }
    expect(ApiObject.of(cron).toJson().spec.jobTemplate.spec.template.spec.enableServiceLinks).toBe(false);
    expect(template(job).spec.enableServiceLinks).toBe(false);
  });

  test('that selects nothing has no label, if its pods go on', () => expect(new PlusResource(web({ select: false }) as never).selector()).toEqual({}));

  test('BST025: is refused if it selects by more than labels', () => {
    const made = web({ select: false });
    made.select(plus.LabelSelector.of({ expressions: [plus.LabelExpression.exists('tier')] }));
    expectRefusal(() => new PlusResource(made as never).selector(), 'BST025', 'chart/web', 'tier Exists');
  });
});
