import { AppContext } from '../model/app-context';
import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { mayRunIn, PodMaker, podMakers } from '../model/pod-maker';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { hostsInText, NamedPlace } from '../private/hosts-in-text';
import { MadeVariable } from '../private/made-pods';
import { Selecting } from '../private/selecting';
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
    const workloads = workloadsBySelector(context);
    return podMakers(context).flatMap(maker => {
      const selecting = workloads.ofPods(maker.made.labels).filter(({ namespace }) => mayRunIn(maker, namespace));
      const namespaces = maker.object.namespace === '' ? distinct(selecting.map(({ namespace }) => namespace)) : [maker.object.namespace];
      const uses = maker.made.variables.flatMap(variable => placesNamedBy(variable, namespaces, places).map(place => ({ variable, place })));
      return uses.length === 0 ? [] : judge(maker, selecting, onePerPlace(uses));
    });
  },
});

/** A service and the topology that it is declared in; or a Kubernetes Service of the app that no topology declares. */
interface Known {
  readonly name: string;
  readonly service?: BackingService;
  readonly graph?: TopologyGraph;
}

interface Use {
  readonly variable: MadeVariable;
  readonly place: readonly Known[];
}

/** The services of an app by the hosts that clients know them by: `orders.shop`, without what a resolver adds. */
function placesOf(context: AppContext): Map<string, Known[]> {
  const places = new Map<string, Known[]>();
  for (const graph of context.graphs) {
    for (const service of graph.services) {
      for (const host of new Set(service.locator.dialled.map(address => address.host.replace(/\.svc$/, '')))) {
        const there = places.get(host);
        const known = { name: service.name, service, graph };
        if (there) there.push(known); else places.set(host, [known]);
      }
    }
  }
  for (const { byHand, name, namespace } of context.objectsOf('', 'Service')) {
    const host = `${name}.${namespace}`;
    if (byHand && namespace !== '' && !places.has(host)) places.set(host, [{ name }]);
  }
  return places;
}

function placesNamedBy({ value }: MadeVariable, namespaces: readonly string[], places: ReadonlyMap<string, Known[]>): Known[][] {
  return hostsInText(value).flatMap(named => {
    const names = namespaces.flatMap(namespace => namesOf(named.host, namespace));
    const found = names.find(name => places.has(name));
    const known = (found === undefined ? [] : places.get(found)!).filter(place => meets(named, place));
    return known.length === 0 ? [] : [known];
  });
}

/** What a host may be known by: as it is, without what a resolver adds, as a pod of a Service; without a dot as one of the pods' own namespace. */
function namesOf(host: string, namespace: string): string[] {
  if (!host.includes('.')) return [`${host}.${namespace}`];
  const short = host.replace(/\.svc(\.cluster\.local)?$/, '');
  return short === host ? [host] : [host, short, short.split('.').slice(-2).join('.')];
}

/** A word alone may mean anything: it names a service where a URL has its host, with the service's port, or by the whole name of a host. */
function meets({ host, port, inUrl }: NamedPlace, { service }: Known): boolean {
  if (port !== undefined) return service === undefined || service.locator.dialled.some(address => address.port === port);
  return inUrl || /\.svc(\.|$)/.test(host) || service?.locator.isExternal === true;
}

function judge({ object }: PodMaker, workloads: readonly IWorkload[], uses: readonly Use[]): Problem[] {
  return uses.flatMap(({ variable, place }) => {
    if (place.some(known => workloads.some(workload => isDeclared(workload, known)))) return [];
    const [{ name, service }] = place;
    if (!service?.locator.workload?.guarded && !workloads.some(({ guarded }) => guarded)) return [];
    const [subject = object] = workloads;
    const who = workloads.length === 0 ? 'a workload in these pods' : quote(workloads[0].name);
    const told = `its container ${quote(variable.container)} is told of ${quote(name)} by its variable ${quote(variable.name)}`;
    return [Problem.of(
      subject,
      `${told}, and no dependency on it is declared: no policy lets it through`,
      service ? `declare that ${who} depends on ${quote(name)}, ${IN_ITS_PLACE}` : `declare ${quote(name)} as a service, and that ${who} depends on it, ${IN_ITS_PLACE}`,
    )];
  });
}

const IN_ITS_PLACE = 'and take the variable from the container, or keep it and bind none with containers: []';

function isDeclared(workload: IWorkload, { service, graph }: Known): boolean {
  if (service === undefined) return false;
  return service.locator.workload === workload || graph!.dependenciesOf(workload).some(dependency => dependency.service === service);
}

/** A variable that names a service twice is told of once. */
function onePerPlace(uses: readonly Use[]): Use[] {
  const told = grouped(uses, ({ variable, place }) => JSON.stringify([variable.container, variable.name, place[0].name]));
  return [...told.values()].map(([first]) => first);
}

function workloadsBySelector({ graphs }: AppContext): Selecting<IWorkload> {
  const workloads = new Selecting<IWorkload>();
  for (const workload of graphs.flatMap(graph => graph.workloads)) workloads.add(workload.selector, workload);
  return workloads;
}
