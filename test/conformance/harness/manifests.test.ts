import { Chart, JsonPatch } from 'cdk8s';
import { KubeConfigMap, KubeNamespace } from 'cdk8s-plus-28/lib/imports/k8s';
import { Manifests } from './manifests';
import { mutate } from './mutation';

const HOSTILE = 'first\n---\nkind: Secret\n';

const manifests = Manifests.synthesized(app => {
  const chart = new Chart(app, 'chart', { namespace: 'shop' });
  new KubeNamespace(chart, 'namespace', { metadata: { name: 'shop' } }).addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  new KubeConfigMap(chart, 'settings', { metadata: { name: 'settings' }, data: { text: HOSTILE } });
});

test('there is one document for each object, also where a text looks like a separator', () => {
  expect(manifests.objects.map(({ kind }) => kind)).toEqual(['Namespace', 'ConfigMap']);
  expect(manifests.get('ConfigMap', 'settings').data.text).toBe(HOSTILE);
});

test('an object that is not there is an error that names those that are', () => {
  expect(() => manifests.get('ConfigMap', 'other')).toThrow('0 objects are ConfigMap other; there are shop/settings');
});

test('a mutation changes one document and leaves the others as they are, byte for byte', () => {
  const { change } = mutate({ kind: 'ConfigMap', name: 'settings' }, 'another text', object => { object.data.text = 'new'; });
  const changed = manifests.changed(change);
  expect(changed.documents[0]).toBe(manifests.documents[0]);
  expect(changed.get('ConfigMap', 'settings').data.text).toBe('new');
  expect(manifests.get('ConfigMap', 'settings').data.text).toBe(HOSTILE);
});

test('what a mutation writes is read by Kubernetes as it was meant: YAML 1.1 takes a bare "yes" for no text', () => {
  const { change } = mutate({ kind: 'ConfigMap', name: 'settings' }, 'yes', object => { object.data.text = 'yes'; });
  expect(manifests.changed(change).documents[1].text).toContain('text: "yes"');
});
