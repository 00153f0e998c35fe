import { ITopologyCheck, ourCheck } from '../model/check';
import { CheckContext } from '../model/check-context';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';
import { ALLOW_NOTHING, SECURITY } from './namespace-policies';

/** BST646, by the policies that this app emits, of whichever topology. */
export function deniedByDefault(rootNamespace: string): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST646',
    title: 'denied-by-default',
    severity: Severity.ERROR,
    rationale: 'A policy that lets in nobody holds for every pod of its namespace that has a sidecar, gateways among them, and only pods that are guarded from here have a policy of ours that lets in who '
      + 'is declared. Source: https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy',
    fix: 'guard the workload, or leave denyByDefault out until all workloads there are guarded',

    check: context => {
      const { graph } = context;
      const ofWorkloads = graph.workloads.filter(({ guarded }) => !guarded).flatMap(workload => {
        const where = deniedIn(workload.namespace, rootNamespace, context);
        return where === undefined ? [] : shut(workload, where, graph.servicesOf(workload).length > 0);
      });
      const others = graph.services.filter(service => service.locator.workload === undefined && graph.dependenciesOn(service).length > 0);
      return [...ofWorkloads, ...others.flatMap(service => {
        const { namespace } = service.locator;
        const where = namespace === undefined ? undefined : deniedIn(namespace, rootNamespace, context);
        return where === undefined ? [] : [Problem.of(service, `${where} denies by default, and no policy of ours lets anybody in to the pods behind it`, OF_OWNER).asWarning()];
      })];
    },
  });
}

const OF_OWNER = 'make sure that a policy of the owner lets in who comes, or that the pods have no sidecar, and acknowledge this; else leave denyByDefault out';

function deniedIn(namespace: string, rootNamespace: string, context: CheckContext): string | undefined {
  const isDenied = (there: string) => context.emits(SECURITY, 'AuthorizationPolicy', there, ALLOW_NOTHING);
  if (isDenied(rootNamespace)) return 'the mesh';
  return isDenied(namespace) ? `namespace ${namespace}` : undefined;
}

/** Somebody else's pods matter where something is known of them that others come for. */
function shut(workload: IWorkload, where: string, serves: boolean): Problem[] {
  const problem = `${where} denies by default, and no policy of ours lets anybody in to its pods`;
  if (workload.ruled) return [Problem.of(workload, problem)];
  const isEntered = workload.standing === WorkloadStanding.GATEWAY || serves;
  return isEntered ? [Problem.of(workload, problem, OF_OWNER).asWarning()] : [];
}
