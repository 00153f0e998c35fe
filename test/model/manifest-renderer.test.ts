import { ApiObject, App, Chart } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import { EnvNames, ManifestRenderer, Pods, Redis, RedisProvider, SecretBindings, Topology, Workload } from '../../src';
import { expectRefusal } from '../support/declare';
import { deployment, podTemplate } from '../support/emitted';
import { everyOption } from '../support/every-option';
import { renderedByGo } from '../support/raw-strings';

function synthesized(declare: (app: App) => void, isRendered: boolean): string {
  const app = new App();
  if (isRendered) ManifestRenderer.HELM.renders(app);
  declare(app);
  return app.synthYaml();
}

test('of a program with every option, Helm makes to the byte what is written without it', () => {
  const declare = (app: App) => void everyOption(new Chart(app, 'all', { namespace: 'all' }));
  const plain = synthesized(declare, false);
  const written = synthesized(declare, true);
  expect(plain).toContain('{{ .');
  expect(written).not.toMatch(/\{\{(?!`)/);
  expect(renderedByGo(written)).toBe(plain);
});

/** Of a container that has an action of its own, and is told a text with a brace. */
function toldIn(chart: Chart, at = chart): readonly (string | undefined)[] {
  const topology = new Topology(chart, 'shop', { namespace: 'shop' });
  const made = deployment(at, 'web');
  made.containers[0].env.addVariable('OWN', EnvValue.fromValue('{{ .Values.own }}'));
  const provider = RedisProvider.inCluster({ service: 'cache', namespace: 'shop', podLabels: { app: 'cache' } });
  new Workload(topology, 'web', { pods: Pods.of(made) }).uses(new Redis(topology, 'cache', { provider }), { envNames: EnvNames.map({ TOLD: '{{{{host}}' }) });
  new SecretBindings(chart, 'bindings', { topology });
  return podTemplate(at, 'web').spec.containers[0].env!.map(({ value }) => value);
}

test('in pods, what is told is written for Helm, and an action of their own is left to it', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  ManifestRenderer.HELM.renders(chart);
  expect(toldIn(chart)).toEqual(['{{`{{`}}host}', '{{ .Values.own }}']);
});

test('it is the chart of the pods that counts, because that is the file which they stand in', () => {
  const app = new App();
  const [helms, plain] = ['helms', 'plain'].map(id => new Chart(app, id, { namespace: 'shop' }));
  ManifestRenderer.HELM.renders(helms);
  expect(toldIn(helms, plain)).toEqual(['{{host}', '{{ .Values.own }}']);
});

test('BST048: refuses to be said of what is declared in already', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Namespace' });
  expectRefusal(() => ManifestRenderer.HELM.renders(chart), 'BST048', 'chart', 'chart/object was declared', 'before anything is declared');
  expectRefusal(() => ManifestRenderer.HELM.renders(app), 'BST048', '(root)', 'chart was declared');
});
