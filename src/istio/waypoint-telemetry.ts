import { TopologyGraph } from '../model/topology-graph';
import { WorkloadStanding } from '../model/workload-standing';
import { quote } from '../private/topology-error';
import { TelemetryOptions } from './telemetry-options';
import { TelemetryPlan } from './telemetry-plan';
import { unsoundTelemetry } from './unsound-telemetry';
import { servicesBehindWaypoint } from './waypoint-services';
import { WorkloadMode } from './workload-mode';

/**
 * Throws BST660 for what no waypoint reports: it is on the side of who is called, and before Services alone. Gateways are on the other side, and have proxies of their own.
 * Source: istio, pilot/pkg/networking/core/listener_waypoint.go and pilot/pkg/model/telemetry.go (`workloadMode`)
 */
export function assertReportable({ ofAll, ofWorkloads }: TelemetryPlan, graph: TopologyGraph, path: string): void {
  assertOfServers(ofAll, 'telemetry of all workloads', path);
  for (const [workload, { options }] of ofWorkloads) {
    if (workload.standing === WorkloadStanding.GATEWAY) continue;
    const what = `telemetry of ${quote(workload.name)}`;
    assertOfServers(options, what, path);
    if (servicesBehindWaypoint(workload, graph).length === 0) {
      throw unsoundTelemetry(path, `${what}, before which no waypoint stands: without sidecars nothing reports it`, 'say it of whom it calls, or leave it out');
    }
  }
}

function assertOfServers({ accessLogs = [], metrics }: TelemetryOptions, what: string, path: string): void {
  if ([...accessLogs, ...metrics?.overrides ?? []].every(({ mode }) => mode !== WorkloadMode.CLIENT)) return;
  throw unsoundTelemetry(path, `${what} with WorkloadMode.CLIENT: without sidecars nothing reports the side of who calls`, 'say WorkloadMode.SERVER, or no mode');
}
