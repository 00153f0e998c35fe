import { BackingService } from './backing-service';
import { TopologyGraph } from './topology-graph';
import { IWorkload } from './workload-interface';

/** Ports of the pods at which services answer of whose requests a mesh sees nothing: bytes, or TLS that the program ends itself; with the name of one of them each. */
export function bytePortsOf(workload: IWorkload, graph: TopologyGraph): ReadonlyMap<number, string> {
  return portsOf(graph.servicesOf(workload), false);
}

/** Ports of the pods at which services answer whose requests a mesh sees, sorted; none at which another answers with bytes. */
export function requestPortsOf(workload: IWorkload, graph: TopologyGraph): number[] {
  const services = graph.servicesOf(workload);
  const bytes = portsOf(services, false);
  return [...portsOf(services, true).keys()].filter(port => !bytes.has(port)).sort((a, b) => a - b);
}

function portsOf(services: readonly BackingService[], showingRequests: boolean): ReadonlyMap<number, string> {
  return new Map(services.flatMap(({ name, locator }) => locator.addresses
    .filter(({ showsRequests }) => showsRequests === showingRequests).map(({ targetPort }) => [targetPort, name] as const)));
}
