import { podTemplatePath, serviceAccountOf } from '../../src/private/pod-template';

const pod = { kind: 'Pod', spec: { containers: [] } };

test.each<[object, string[] | undefined]>([
  [pod, []], [{ template: pod }, ['template']], [{ spec: { template: pod } }, ['spec', 'template']],
  [{ spec: { jobTemplate: { spec: { template: pod } } } }, ['spec', 'jobTemplate', 'spec', 'template']],
  [{ spec: { template: { spec: {} } } }, ['spec', 'template']], [{ kind: 'Pod', spec: { containers: [], template: pod } }, []], [{ kind: 'Prometheus', spec: { containers: [] } }, undefined],
  [{ spec: { template: { ports: {} } } }, undefined], [{ spec: { containers: {} } }, undefined], [{}, undefined],
])('pods stand in %j at %j', (manifest, path) => expect(podTemplatePath(manifest)).toEqual(path));

test.each<[unknown, string]>([
  [{ serviceAccountName: 'robot', serviceAccount: 'older' }, 'robot'], [{ serviceAccount: 'older' }, 'older'], [{ serviceAccountName: '', serviceAccount: 'older' }, 'older'],
  [{ serviceAccountName: 7 }, 'default'], [undefined, 'default'],
])('pods of %j run as %s', (spec, account) => expect(serviceAccountOf(spec)).toBe(account));
