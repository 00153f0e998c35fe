import { Telemetry } from '../../src/istio/declared-telemetry';
import { TelemetryOptions } from '../../src/istio/telemetry-options';
import { telemetryPlan } from '../../src/istio/telemetry-plan';
import { WorkloadMode } from '../../src/istio/workload-mode';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { expectRefusal, newTopology, newWorkload } from '../support/declare';

const SAMPLED: TelemetryOptions = { tracing: { samplingPercentage: 1 } };
const LOGGED: TelemetryOptions = { accessLogs: [{ provider: 'envoy' }] };
const shop = newTopology();
const [web, far, door] = ([['web', 'GUARDED'], ['far', 'FOREIGN'], ['door', 'GATEWAY']] as const).map(([id, standing]) => (
  newWorkload(shop, id, { standing: WorkloadStanding[standing] })));
const plan = (...scopes: Telemetry[]) => telemetryPlan(SAMPLED, scopes, { rootNamespace: 'istio-system', graph: shop.read(), path: 'mesh' });

test('scopes are found by workload and by namespace, that of the mesh by its root namespace', () => {
  const [ofMesh, ofNamespace, ofWeb] = [Telemetry.ofMesh(LOGGED), Telemetry.ofNamespace('shop', LOGGED), Telemetry.ofWorkload(web, LOGGED)];
  expect(plan(ofMesh, ofNamespace, ofWeb)).toEqual({ ofAll: SAMPLED, ofWorkloads: new Map([[web, ofWeb]]), ofNamespaces: new Map([['istio-system', ofMesh], ['shop', ofNamespace]]) });
});

test.each([
  ['the mesh', [Telemetry.ofMesh(SAMPLED), Telemetry.ofMesh(LOGGED)]], ['a namespace', [Telemetry.ofNamespace('shop', SAMPLED), Telemetry.ofNamespace('shop', LOGGED)]],
  ['the mesh and its root namespace', [Telemetry.ofMesh(SAMPLED), Telemetry.ofNamespace('istio-system', LOGGED)]], ['a workload', [Telemetry.ofWorkload(web, SAMPLED), Telemetry.ofWorkload(web, LOGGED)]],
])('BST660: is refused twice of %s, because Istio would drop one', (_, scopes) => expectRefusal(() => plan(...scopes), 'BST660', 'mesh', 'twice'));

test('BST660: is refused of somebody else\'s workload, and of one of another topology', () => {
  expectRefusal(() => plan(Telemetry.ofWorkload(far, LOGGED)), 'BST660', 'mesh', 'far');
  expectRefusal(() => plan(Telemetry.ofWorkload(newWorkload(newTopology(), 'stranger'), LOGGED)), 'BST660', 'mesh', 'stranger');
});

test.each<[string, TelemetryOptions]>([
  ['logs', { accessLogs: [{ mode: WorkloadMode.SERVER }] }], ['metrics', { metrics: { overrides: [{ disabled: true, mode: WorkloadMode.SERVER }] } }],
])('BST660: a gateway has no server side, of %s', (_, options) => {
  expectRefusal(() => plan(Telemetry.ofWorkload(door, options)), 'BST660', 'mesh', 'client side');
  expect(plan(Telemetry.ofWorkload(door, LOGGED)).ofWorkloads.size).toBe(1);
});
