import { assertDuration, assertWhole } from '../private/bounds';
import { frozenList } from '../private/frozen-copy';
import { quote, TopologyError } from '../private/topology-error';
import { BackingService, CONNECTIONS } from './backing-service';
import { assertBindingName } from './binding-name';
import { assertEndless, assertHttp, assertHttp2, assertVerb, operationsOf } from './call-rules';
import { Channel } from './channel';
import { Declarations } from './declarations';
import { DependencyProps } from './dependency';
import { BindingOptions, CallOptions, UseOptions } from './dependency-options';
import { DependencyVerb } from './dependency-verb';
import { ISubject } from './subject';

/** A call or a use, whoever it is of. @internal */
export type DeclaredConnection = Omit<DependencyProps, 'source'>;

/** A call as it was declared; throws unless it can be one of this service. */
export function callOf(service: BackingService, options: CallOptions, path: string): DeclaredConnection {
  assertVerb(DependencyVerb.CALLS, service, path);
  assertHttp(service, options, path);
  assertHttp2(service, options, path);
  assertEndless(service, options, path);
  assertDuration('timeout', options.timeout, path);
  const operations = operationsOf(service, options.operations, path);
  return { ...options, ...heldContainers(options), operations, verb: DependencyVerb.CALLS, service };
}

/** A use as it was declared; throws unless it can be one of this service. */
export function useOf(service: BackingService, options: UseOptions, path: string): DeclaredConnection {
  assertVerb(DependencyVerb.USES, service, path);
  assertHttp(service, options, path);
  assertHttp2(service, options, path);
  if (options.clientConnections !== undefined) assertWhole('clientConnections', options.clientConnections, CONNECTIONS, path);
  return { ...options, ...heldContainers(options), verb: DependencyVerb.USES, service };
}

/** What holds for every dependency: throws unless the time to connect is a duration and the binding can have its name. */
export function assertConnects({ service, connectTimeout, bindingName }: DeclaredConnection, path: string): void {
  assertDuration('connectTimeout', connectTimeout, path);
  assertBindingName(bindingName ?? service.name, path);
}

interface InTopology extends ISubject {
  readonly topology: ISubject;
}

/** Throws BST003 if a service, or the broker of a channel, belongs to another topology than `who` depends on it in. */
export function assertSameTopology(target: ISubject, { topology }: BackingService, who: InTopology, path: string): void {
  if (topology === who.topology) return;
  throw new TopologyError({
    code: 'BST003',
    path,
    problem: `${quote(target.path)} belongs to another topology than ${quote(who.path)}`,
    fix: 'declare the service in this topology too, with an inCluster provider, and its caller in the other one, with the standing FOREIGN',
  });
}

function heldContainers({ containers }: BindingOptions): Pick<BindingOptions, 'containers'> {
  return containers === undefined ? {} : { containers: frozenList(containers) };
}

/** Throws BST003 for a channel that its broker did not declare: no output and no check would know of it. */
export function assertHeld(held: Declarations, channel: Channel, path: string): void {
  if (held.holds(channel)) return;
  throw new TopologyError({
    code: 'BST003',
    path,
    problem: `${quote(channel.path)} is no channel that its broker declared`,
    fix: 'declare it with the broker, such as kafka.topic()',
  });
}
