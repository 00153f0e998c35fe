import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { GROUP, RuledHost, ruledHosts, ruleKey } from './ruled-hosts';

/** BST620 */
export const hostRuledByHand = ourCheck<IAppCheck>({
  code: 'BST620',
  title: 'host-ruled-by-hand',
  severity: Severity.ERROR,
  rationale: 'A VirtualService, DestinationRule or ServiceEntry that is written beside this package\'s for one host is not merged with it: sidecars that see '
    + 'both follow one, and nothing reports which. Source: istioctl analyze IST0109, https://istio.io/latest/docs/reference/config/analysis/ist0109/; '
    + 'Kiali KIA0201, KIA1106',
  fix: 'declare it in the topology and remove the object, or let it rule other namespaces, a gateway or a workload of its own only',
  check: context => {
    const byHand = [...RULES.keys()].flatMap(kind => context.objectsOf(GROUP, kind)).filter(object => object.byHand);
    if (byHand.length === 0) return [];
    const ruled = ruledHosts(context);
    return byHand.flatMap(object => problemsOf(object, ruled));
  },
});

/** What of a manifest this rule looks at; it is the author's, so nothing about its shape is sure. */
interface RuleSpec {
  readonly host?: unknown;
  readonly hosts?: unknown;
  readonly gateways?: unknown;
  readonly exportTo?: unknown;
  readonly workloadSelector?: unknown;
}

/** By kind, the hosts that an object rules for all sidecars that see it. */
const RULES = new Map<string, (spec: RuleSpec) => unknown[]>([
  ['VirtualService', spec => isOfMesh(listOf(spec.gateways)) ? listOf(spec.hosts) : []],
  ['DestinationRule', spec => spec.workloadSelector === undefined ? [spec.host] : []],
  ['ServiceEntry', spec => listOf(spec.hosts)],
]);

function problemsOf(object: EmittedObject, ruled: ReadonlyMap<string, readonly RuledHost[]>): Problem[] {
  const { kind, namespace } = object;
  const spec = ((object.manifest() as { spec?: RuleSpec } | undefined)?.spec ?? {});
  const hosts = RULES.get(kind)!(spec).filter((host): host is string => typeof host === 'string');
  return hosts.flatMap(host => (ruled.get(ruleKey(kind, host, namespace)) ?? [])
    .filter(({ namespaces }) => namespaces.some(seenIn => isSeen(listOf(spec.exportTo), namespace, seenIn)))
    .map(({ service }) => Problem.of(object, `this ${kind} rules host ${host}, which is ruled for ${service.path} already`)));
}

/** A VirtualService that names gateways rules sidecars only if "mesh" is one of them. */
function isOfMesh(gateways: readonly unknown[]): boolean {
  return gateways.length === 0 || gateways.includes('mesh');
}

function isSeen(exportTo: readonly unknown[], own: string, seenIn: string): boolean {
  return exportTo.length === 0 || exportTo.includes('*') || exportTo.includes(seenIn) || (exportTo.includes('.') && own === seenIn);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
