import { AppContext } from '../model/app-context';
import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { PodMaker, podMakers } from '../model/pod-maker';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { hostsInText, NamedPlace } from '../private/hosts-in-text';
import { labelsKey } from '../private/label-sets';
import { MadeVariable } from '../private/made-pods';
import { quote } from '../private/topology-error';

/** BST809 */
export const undeclaredUse = ourCheck<IAppCheck>({
  code: 'BST809',
  title: 'undeclared-use',
  severity: Severity.WARNING,
  rationale: 'Policies let through what is declared, and nothing else. A container that is told of a service by a variable of its own, and whose workload declares no '
    + 'dependency on it, worked before they were applied and does not after. Variables are looked at by their text alone: what is read from a file or a ConfigMap is not seen. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  fix: 'declare the dependency, with its binding in the place of the variable, or with containers: [] beside it; or take the variable away',

  check: context => {
    const places = placesOf(context);
    if (places.size === 0) return [];
    const workloads = workloadsByPods(context);
    return podMakers(context).flatMap(maker => {
      const uses = maker.made.variables.flatMap(variable => placesNamedBy(variable, maker, places).map(place => ({ variable, place })));
      return uses.length === 0 ? [] : judge(maker, workloads.get(podsKey(maker)) ?? [], uses);
    });
  },
});

/** A service and the topology that it is declared in. */
interface Known {
  readonly service: BackingService;
  readonly graph: TopologyGraph;
}

interface Use {
  readonly variable: MadeVariable;
  readonly place: readonly Known[];
}

/** The services of an app by the hosts that clients know them by: `orders.shop`, without what a resolver adds. */
function placesOf({ graphs }: AppContext): Map<string, Known[]> {
  const places = new Map<string, Known[]>();
  for (const graph of graphs) {
    for (const service of graph.services) {
      for (const host of new Set(service.locator.dialled.map(address => address.host.replace(/\.svc$/, '')))) {
        places.set(host, [...places.get(host) ?? [], { service, graph }]);
      }
    }
  }
  return places;
}

function placesNamedBy({ value }: MadeVariable, { object }: PodMaker, places: ReadonlyMap<string, Known[]>): Known[][] {
  return hostsInText(value).flatMap(named => {
    const known = places.get(keyOf(named, object.namespace))?.filter(({ service }) => meets(named, service)) ?? [];
    return known.length === 0 ? [] : [known];
  });
}

/** A name without a dot is one of the pods' own namespace. */
function keyOf({ host }: NamedPlace, namespace: string): string {
  return host.includes('.') ? host.replace(/\.svc(\..+)?$/, '') : `${host}.${namespace}`;
}

/** A word alone may mean anything: it names a service where a URL has its host, or with the service's port. */
function meets({ host, port, inUrl }: NamedPlace, { locator }: BackingService): boolean {
  return port === undefined ? inUrl || host.includes('.') : locator.dialled.some(address => address.port === port);
}

function judge({ object }: PodMaker, workloads: readonly IWorkload[], uses: readonly Use[]): Problem[] {
  return uses.flatMap(({ variable, place }) => {
    if (place.some(({ service, graph }) => workloads.some(workload => isDeclared(workload, service, graph)))) return [];
    const [{ service }] = place;
    if (!service.locator.workload?.guarded && !workloads.some(({ guarded }) => guarded)) return [];
    const [subject = object] = workloads;
    return [Problem.of(
      subject,
      `its container ${quote(variable.container)} is told of ${quote(service.name)} by its variable ${quote(variable.name)}, and no dependency on it is declared: no policy lets it through`,
      `declare that ${workloads.length === 0 ? 'a workload in these pods' : quote(workloads[0].name)} depends on ${quote(service.name)}, and take the variable from the container, or keep it and bind none with containers: []`,
    )];
  });
}

function isDeclared(workload: IWorkload, service: BackingService, graph: TopologyGraph): boolean {
  return service.locator.workload === workload || graph.dependenciesOf(workload).some(dependency => dependency.service === service);
}

function workloadsByPods({ graphs }: AppContext): Map<string, IWorkload[]> {
  const byPods = new Map<string, IWorkload[]>();
  for (const workload of graphs.flatMap(graph => graph.workloads)) {
    for (const { labels } of workload.versions) {
      const key = `${workload.namespace} ${labelsKey(labels)}`;
      byPods.set(key, [...byPods.get(key) ?? [], workload]);
    }
  }
  return byPods;
}

function podsKey({ object, made }: PodMaker): string {
  return `${object.namespace} ${labelsKey(made.labels)}`;
}
