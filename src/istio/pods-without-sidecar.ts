import { AppContext } from '../model/app-context';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { MutualTlsMode } from '../model/mutual-tls';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { WorkloadStanding } from '../model/workload-standing';
import { distinct } from '../private/distinct';
import { sidecarRefused } from './sidecar-refused';

/** BST611 */
export const podsWithoutSidecar = ourCheck<IAppCheck>({
  code: 'BST611',
  title: 'pods-without-sidecar',
  severity: Severity.ERROR,
  rationale: 'What is declared of traffic and rights is done by the sidecars of the pods. Pods that refuse theirs have no identity, repeat and time nothing, '
    + 'and let everybody in. Source: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/; istioctl analyze IST0103',
  fix: 'let the pods have a sidecar, or declare the workload as somebody else\'s, with the standing FOREIGN',
  check: context => {
    const without = namespacesWithout(context);
    const ruled = context.graphs.flatMap(({ workloads }) => workloads).filter(workload => workload.ruled && workload.machines === undefined);
    return [...context.graphs.flatMap(callersWithoutIdentity), ...ruled.flatMap(workload => {
      const reasons = [...sidecarRefused(workload), ...without.has(workload.namespace) ? [NAMESPACE] : []];
      return reasons.length === 0 ? [] : [Problem.of(
        workload,
        `its pods have no sidecar, because of ${reasons.join(' and of ')}: no policy guards them, and nothing that is declared of their calls is done`,
        'take that away, or declare the workload with the standing FOREIGN, and its calls without timeouts, retries and breakers',
      )];
    })];
  },
});

/** Somebody else's pods that have no identity, by which alone pods of ours let in who is declared: guarded ones, and those that take mutual TLS alone. */
function callersWithoutIdentity(graph: TopologyGraph): Problem[] {
  return graph.workloads.filter(({ standing, machines }) => standing === WorkloadStanding.FOREIGN && machines === undefined).flatMap(workload => {
    const reasons = sidecarRefused(workload);
    if (reasons.length === 0) return [];
    const providers = graph.dependenciesOf(workload).flatMap(({ service }) => service.locator.workload ?? []);
    const guarding = providers.filter(({ guarded, mutualTls }) => guarded || mutualTls?.mode === MutualTlsMode.STRICT).map(({ name }) => name);
    return guarding.length === 0 ? [] : [Problem.of(
      workload,
      `its pods have no sidecar, because of ${reasons.join(' and of ')}, and so no identity, by which alone ${distinct(guarding).join(', ')} would let them in`,
      'declare no call of it, and let what it reaches admit its pods, by admits() of AdmittedPeer.pods()',
    )];
  });
}

const NAMESPACE = 'the label "istio-injection=disabled" of their namespace';

/** The namespaces of this app in which no pod is given one, whatever its own labels ask for. */
function namespacesWithout(context: AppContext): ReadonlySet<string> {
  const refusing = context.objectsOf('', 'Namespace').filter(object => {
    const { metadata } = object.manifest() as { readonly metadata?: { readonly labels?: Record<string, unknown> } };
    return metadata?.labels?.['istio-injection'] === 'disabled';
  });
  return new Set(refusing.map(({ name }) => name));
}
