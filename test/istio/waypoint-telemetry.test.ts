import { GatewayListener, Telemetry, TelemetryOptions, WorkloadMode } from '../../src';
import { AmbientMesh } from '../../src/istio/ambient-mesh';
import { AmbientOptions } from '../../src/istio/ambient-options';
import { expectRefusal } from '../support/declare';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const LOGS = (mode?: WorkloadMode): TelemetryOptions => ({ accessLogs: [{ provider: 'envoy', mode }] });

let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const read = (options: AmbientOptions) => new AmbientMesh(declared.chart, 'mesh', { topology: declared.topology, ...options });

test('what is reported of who is called, or of both sides, a waypoint reports', () => {
  const { workload } = declared.users().locator;
  read({ ...LOGS(WorkloadMode.SERVER), telemetry: [Telemetry.ofWorkload(workload!, LOGS())] });
});

test('nothing reports the side of who calls', () => {
  const { workload } = declared.users().locator;
  expectRefusal(() => read(LOGS(WorkloadMode.CLIENT)), 'BST660', 'test/mesh', 'telemetry of all workloads with WorkloadMode.CLIENT');
  declared = new MeshDeclaration();
  const other = declared.users().locator.workload!;
  expect(workload).not.toBe(other);
  expectRefusal(() => read({ telemetry: [Telemetry.ofWorkload(other, LOGS(WorkloadMode.CLIENT))] }), 'BST660', 'test/mesh', 'telemetry of "users" with WorkloadMode.CLIENT');
});

test('nothing reports of a workload before which no waypoint stands', () => {
  const web = declared.workload('web');
  expectRefusal(() => read({ telemetry: [Telemetry.ofWorkload(web, LOGS())] }), 'BST660', 'test/mesh', 'telemetry of "web", before which no waypoint stands');
});

test('a gateway reports by itself', () => {
  const door = newGateway(declared.topology, { gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
  read({ telemetry: [Telemetry.ofWorkload(door, LOGS(WorkloadMode.CLIENT))] });
});
