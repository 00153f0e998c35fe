import { Address } from '../model/address';
import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { KnownPods } from '../model/known-pods';
import { portNumbersOf } from '../model/port-names';
import { Problem } from '../model/problem';
import { SaidService, saidServices, ServicesByHand } from '../model/services-there';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { distinct } from '../private/distinct';
import { MadePort, MadeService, serviceMadeBy } from '../private/made-service';
import { byCodePoint } from '../private/names';
import { nearest } from '../private/nearest';
import { Selecting } from '../private/selecting';
import { quote } from '../private/topology-error';

/** BST537 */
export const existingService = ourCheck<IAppCheck>({
  code: 'BST537',
  title: 'existing-service',
  severity: Severity.ERROR,
  rationale: 'A Service that is there already decides by itself where its name leads: by its ports, their target ports and its selector. What is said of it here '
    + 'is what clients are told, and what policies open. Where the two differ, connections are refused or dropped, and nothing else says so. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  fix: 'say the name, port and targetPort of the Service as it is, or change the Service',

  check: context => {
    const said = saidServices(context);
    if (said.length === 0) return [];
    const services = new ServicesByHand(context);
    const pods = new KnownPods(context);
    const found = said.map(each => ({ each, object: services.find(each) }));
    const missing = found.flatMap(({ each, object }) => object ? [] : [each]);
    const used = new Set(found.map(({ object }) => object));
    const others = missing.length === 0 ? new Selecting<EmittedObject>() : bySelector(services.all);
    return [
      ...found.flatMap(({ each, object }) => object ? differences(each, serviceMadeBy(object), pods) : []),
      ...missing.flatMap(each => absent(each, pods.madeFor(each.workload).flatMap(labels => others.ofPods(labels)), used)),
    ];
  },
});

function bySelector(objects: readonly EmittedObject[]): Selecting<EmittedObject> {
  const selecting = new Selecting<EmittedObject>();
  for (const object of objects) {
    const { selector } = serviceMadeBy(object);
    if (Object.keys(selector).length > 0) selecting.add(selector, object);
  }
  return selecting;
}

/**
 * A Service that the app does not have may be installed elsewhere. Where the app has the pods and a Service for them, that one is meant: of those that other
 * backing services are at, one that is called almost the same.
 */
function absent(said: SaidService, selecting: readonly EmittedObject[], used: ReadonlySet<EmittedObject | undefined>): Problem[] {
  const { service, workload, namespace, name } = said;
  const here = selecting.filter(object => object.namespace === '' || object.namespace === namespace);
  const near = nearest(name, here.map(object => object.name));
  const names = near === undefined ? distinct(here.filter(object => !used.has(object)).map(object => object.name)).sort(byCodePoint) : [near];
  if (names.length === 0) return [];
  const those = capped(names.map(quote));
  return [Problem.of(
    service,
    `the Service ${quote(name)} is said to be there, and the app, which makes the pods of ${workload.name}, has none of this name for them: it has ${those}`,
    `give ${names.length === 1 ? those : `one of ${those}`} as existingService, or add the Service ${quote(name)} to the app`,
  )];
}

function differences(said: SaidService, made: MadeService, pods: KnownPods): Problem[] {
  const { service, workload, name } = said;
  if (made.externalName !== undefined) {
    return [Problem.of(service, `the Service ${quote(name)} leads to ${quote(made.externalName)}, and to no pods of ${workload.name}`,
      `give a Service that selects the pods of ${workload.name} as existingService`)];
  }
  // The ports of a headless Service decide nothing: clients dial the pods themselves.
  const ofPorts = made.isHeadless ? [] : said.addresses.flatMap(address => portProblems(said, address, made.ports));
  return pods.maySelect(made.selector, workload) ? ofPorts : [selectsOthers(said, made), ...ofPorts];
}

function selectsOthers({ service, workload, name }: SaidService, { selector }: MadeService): Problem {
  return Problem.of(
    service,
    `the Service ${quote(name)} selects pods with ${labelsText(selector)}, and those of ${workload.name} carry ${capped(workload.versions.map(({ labels }) => labelsText(labels)))}`,
    `give a Service that selects the pods of ${workload.name} as existingService, or let ${quote(name)} select them`,
  );
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  return capped(Object.entries(labels).map(([key, value]) => quote(`${key}=${value}`)).sort(byCodePoint));
}

function portProblems({ service, workload, name }: SaidService, { port, targetPort }: Address, ports: readonly MadePort[]): Problem[] {
  const made = ports.find(each => each.port === port);
  if (!made) {
    const has = capped(ports.map(each => String(each.port)));
    return [Problem.of(
      service,
      `its port is ${port}, and the Service ${quote(name)} has ${ports.length === 0 ? 'no TCP port' : has}`,
      `${ports.length === 0 ? '' : `set port to ${ports.length === 1 ? has : `one of ${has}`}, or `}give the Service ${quote(name)} port ${port}`,
    )];
  }
  const target = targetOf(made, workload);
  if (target === undefined || target === targetPort) return [];
  const leads = `port ${port} of the Service ${quote(name)} leads to port ${typeof made.target === 'number' ? target : quote(made.target)} of the pods`;
  if (target === 'none') {
    return [Problem.of(service, `${leads}, which the pods of ${workload.name} have not`, `let the Service ${quote(name)} lead to port ${targetPort}, or name the port of the container so`)];
  }
  return [Problem.of(
    service,
    `${leads}${typeof made.target === 'number' ? '' : `, ${target}`}, and not to ${targetPort}, which alone policies open`,
    `set targetPort to ${target}, or let the Service ${quote(name)} lead to ${targetPort}`,
  )];
}

/** The number of the port that is led to; none if the pods tell their ports by name and have not this one; nothing if they tell no names, or several numbers. */
function targetOf({ target }: MadePort, { versions }: IWorkload): number | 'none' | undefined {
  if (typeof target === 'number') return target;
  const isUnknown = versions.some(({ portNames }) => portNames === undefined || Object.hasOwn(portNames, target));
  return isUnknown ? portNumbersOf(versions).get(target) : 'none';
}
