import { ApiObject, App, Chart } from 'cdk8s';
import { ObjectResource } from '../../src/pods/object-resource';
import { isKept, isReloaded, isReplacedInTurn, reloadOn } from '../../src/secrets/reloader';

const RELOAD = 'secret.reloader.stakater.com/reload';
const pods = (kind = 'Deployment', spec: object = {}, annotations?: Record<string, string>, ofPods?: Record<string, string>) => {
  const template = { metadata: { labels: { app: 'web' }, annotations: ofPods }, spec: { containers: [] } };
  return new ObjectResource(new ApiObject(new Chart(new App(), 'chart'), 'web', { apiVersion: 'apps/v1', kind, metadata: { annotations }, spec: { ...spec, template } }));
};

test('what is asked for already stays, and is asked for once', () => {
  const made = pods('Deployment', {}, { [RELOAD]: 'own, web-cache', 'a/b': 'c' });
  reloadOn(made, ['web-db', 'web-cache']);
  expect(made.made.toJson().metadata.annotations).toEqual({ [RELOAD]: 'own,web-cache,web-db', 'a/b': 'c' });
});

test.each<[string, Record<string, string> | undefined, Record<string, string> | undefined, boolean]>([
  ['nobody asks', undefined, undefined, false],
  ['it is named among others', { [RELOAD]: 'other, web-cache' }, undefined, true],
  ['another one is named', { [RELOAD]: 'other' }, undefined, false],
  ['all are asked for', { 'reloader.stakater.com/auto': 'true' }, undefined, true],
  ['all are asked for of the pods', undefined, { 'secret.reloader.stakater.com/auto': 'true' }, true],
  ['all are not asked for', { 'reloader.stakater.com/auto': 'false' }, undefined, false],
])('where %s', (_, annotations, ofPods, reloaded) => expect(isReloaded(pods('Deployment', {}, annotations, ofPods), ['web-cache'])).toBe(reloaded));

test('pods of a Job end by themselves', () => expect(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout', 'Job', 'CronJob'].filter(kind => isKept(pods(kind)))).toEqual(
  ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']));

test.each<[string, string, object, boolean]>([
  ['of a Deployment, a new one comes first', 'Deployment', { replicas: 1 }, true],
  ['of a Deployment, all end first', 'Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, false],
  ['of a StatefulSet of one, that ends first', 'StatefulSet', { replicas: 1 }, false],
  ['of a StatefulSet of two, one serves', 'StatefulSet', { replicas: 2 }, true],
  ['of a StatefulSet, nobody starts them anew', 'StatefulSet', { replicas: 2, updateStrategy: { type: 'OnDelete' } }, false],
  ['of a DaemonSet, those of other nodes serve', 'DaemonSet', {}, true],
])('%s', (_, kind, spec, inTurn) => expect(isReplacedInTurn(pods(kind, spec))).toBe(inTurn));
