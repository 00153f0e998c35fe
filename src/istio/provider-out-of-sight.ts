import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';
import { listed } from '../private/topology-error';
import { EgressScope } from './egress-hosts';

/** BST659, for the providers that telemetry names, and for sidecars that are told of some hosts alone. */
export function providerOutOfSight(providers: readonly string[], egress?: EgressScope): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST659',
    title: 'provider-out-of-sight',
    severity: Severity.WARNING,
    rationale: 'A provider is a service of the mesh, and a proxy that is not told of it refuses the listeners that send to it, so that its pod never gets ready. Nothing here knows in which namespace it is. '
      + 'Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider',
    fix: 'name it in furtherHosts of sidecars: `observability/*`; acknowledge this if it is in the namespace of the control plane',
    check: ({ graph }) => {
      const named = egress === undefined || egress.hosts.length > 0 ? [] : distinct([...providers, ...authorizersOf(graph)]).sort(byCodePoint);
      return named.length === 0 ? [] : [Problem.of({ path: graph._path }, `its sidecars are told of no further host, and ${listed(named)} is to be asked or told by them`)];
    },
  });
}

function authorizersOf(graph: TopologyGraph): string[] {
  return graph.workloads.flatMap(workload => graph.policiesOf(workload).flatMap(({ provider }) => provider ?? []));
}
