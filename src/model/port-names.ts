import { distinct } from '../private/distinct';
import { assertName, Names } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { Address } from './address';
import { PodVersion } from './pods';
import { IWorkload } from './workload-interface';

/** The ports that all versions give one name and one number, by name: a Service sends to the name in each of them, and policies open one number. */
export function portNumbersOf(versions: readonly PodVersion[]): Map<string, number> {
  const [{ portNames: first = {} }, ...others] = versions;
  return new Map(Object.entries(first).filter(([name, port]) => others.every(({ portNames = {} }) => portNames[name] === port)));
}

/** Throws BST801 if no port can have the name that is sent to, BST016 if the pods do not tell it, or tell several numbers for it, or a number stands beside it. */
export function assertPortName({ targetPort, targetPortName: name, _hasTwoTargets }: Address, workload: IWorkload | undefined, path: string): void {
  if (name === undefined) return;
  assertName(Names.PORT, name, path);
  if (_hasTwoTargets) throw unsound(path, `targetPort ${targetPort} and targetPortName ${quote(name)} are both said`, 'say one of them');
  if (!workload) throw unsound(path, `targetPortName ${quote(name)} names a port of pods of which nobody here tells a number`, 'say targetPort, the number');
  if (portNumbersOf(workload.versions).has(name)) return;
  throw untold(name, workload, path);
}

function untold(name: string, workload: IWorkload, path: string): TopologyError {
  const told = workload.versions.map(({ name: version, portNames = {} }) => ({ version, ports: new Map(Object.entries(portNames)) }));
  const telling = told.filter(({ ports }) => ports.has(name));
  if (telling.length === told.length) {
    const which = telling.map(({ version, ports }) => `${ports.get(name)} in ${quote(version)}`);
    return unsound(path, `the port ${quote(name)} of ${workload.name} is ${which.join(', ')}: policies open one number for all versions`, 'give it one number in all of them');
  }
  const { version } = told.find(({ ports }) => !ports.has(name))!;
  const names = distinct(told.flatMap(({ ports }) => [...ports.keys()]));
  const pods = `the pods of ${quote(workload.name)}${version === undefined ? '' : ` in version ${quote(version)}`}`;
  return unsound(path, `${pods} tell no port ${quote(name)}${names.length === 0 ? ', nor any other by name' : `: ${listed(names, name)}`}`,
    'name the port so where it is declared (as portNames in Pods.fromLabels), or say targetPort, the number');
}

function unsound(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST016', path, problem, fix });
}
