import { distinct } from '../private/distinct';
import { listed, quote, TopologyError } from '../private/topology-error';
import { BackingService, ServiceShape } from './backing-service';
import { CallOptions } from './dependency-options';
import { DependencyVerb } from './dependency-verb';
import { HeldContract } from './held-contract';
import { InteractionModel } from './interaction-model';
import { Operation } from './operation';
import { operationFlaw } from './operation-rules';
import { Protocol } from './protocol';

/** What a synchronous verb means, where another one is right. */
const MEANT = {
  [DependencyVerb.CALLS]: 'calls() is for what answers requests',
  [DependencyVerb.USES]: 'uses() is for a store, or for connections to a TCP service',
};

/** Throws BST618 if the verb is not one for such a service; what the service looks like and speaks decides, so that every kind is held to it. */
export function assertVerb(verb: DependencyVerb.CALLS | DependencyVerb.USES, service: BackingService, path: string): void {
  const right = otherVerb(verb, service);
  if (right === undefined) return;
  const { problem, fix } = right;
  throw new TopologyError({ code: 'BST618', path, problem: `${quote(service.name)} ${problem}: ${MEANT[verb]}`, fix });
}

/** A service that neither answers requests nor is a store, or that is both at once, can be called and used. */
function otherVerb(verb: DependencyVerb, { clientRouted, shape, protocol }: BackingService): { problem: string; fix: string } | undefined {
  if (clientRouted && shape === ServiceShape.BROKER) {
    return { problem: 'is a broker whose clients pick their server themselves, so that a mesh must not route, balance or eject', fix: 'publishes() to its topics, or consumes() from them' };
  }
  if (verb === DependencyVerb.USES) {
    return shape === ServiceShape.API && protocol.hasRequests ? { problem: `answers ${protocol} requests`, fix: 'declare calls()' } : undefined;
  }
  if (shape === ServiceShape.API || protocol.hasRequests) return undefined;
  if (shape === ServiceShape.BROKER) return { problem: 'passes messages on', fix: 'declare publishes() or consumes() on its channels, or uses() if it has none' };
  return { problem: 'keeps data', fix: 'declare uses()' };
}

/** Throws BST615 if the options ask for something that only requests have, of a service whose requests no mesh can see. */
export function assertHttp(service: BackingService, options: CallOptions, path: string): void {
  if (service.showsRequests) return;
  const asked = [
    ...options.timeout === undefined ? [] : ['timeout'],
    ...options.retry === undefined ? [] : ['retry'],
    ...options.operations === undefined ? [] : ['operations'],
    ...options.connectionPool?.limitsRequests ? ['connectionPool request limits'] : [],
  ];
  if (asked.length === 0) return;
  throw new TopologyError({
    code: 'BST615',
    path,
    problem: `${asked.join(', ')} cannot act on ${service.locator.primary.appProtocol} to ${quote(service.name)}: a mesh sees its connections, not its requests`,
    fix: 'use connectTimeout, circuitBreaker or connectionPool connections here, and set request limits in the client',
  });
}

/** Throws BST615 if a PING of HTTP/2 is asked for where HTTP/1.1 is spoken, which has none: Istio would take it, and proxies would not. */
export function assertHttp2({ name, protocol, showsRequests }: BackingService, { connectionPool }: CallOptions, path: string): void {
  if (connectionPool?.http2KeepAlive === undefined || !showsRequests || protocol.name === Protocol.GRPC.name) return;
  throw new TopologyError({
    code: 'BST615',
    path,
    problem: `http2KeepAlive of connectionPool cannot act on ${protocol} to ${quote(name)}: it is a PING of HTTP/2, and a mesh speaks HTTP/1.1 there`,
    fix: 'use tcpKeepalive, or declare the service as a GrpcService',
  });
}

/**
 * Throws BST624 if a stream is to end after some time: a route's timeout counts until the last byte of the answer, and so does that of a try.
 * Source: https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts (route timeouts)
 */
export function assertEndless({ name }: BackingService, { interaction, timeout, retry }: CallOptions, path: string): void {
  if (interaction !== InteractionModel.STREAM) return;
  const asked = [...timeout === undefined ? [] : ['timeout'], ...retry?.perTryTimeout === undefined ? [] : ['perTryTimeout of retry']];
  if (asked.length === 0) return;
  throw new TopologyError({
    code: 'BST624',
    path,
    problem: `${listed(asked)} would end the stream of ${quote(name)} after that time, whatever passes through it`,
    fix: 'leave it out, and use connectTimeout; or say InteractionModel.REQUEST_RESPONSE if the workload waits for the end',
  });
}

/**
 * The contract's operations of these ids, sorted; throws BST701 if there is no contract or it lacks one, or if no request to the service can be one of
 * them: it would be declared, and always refused.
 */
export function operationsOf(service: BackingService, ids: string[] | undefined, path: string): Operation[] | undefined {
  if (ids === undefined) return undefined;
  const { contract, name } = service;
  if (ids.length === 0) throw refused('an empty list of operations would allow nothing', contract ? 'name operations of the contract, or leave them out' : withoutContract(service), path);
  const known = new Map((contract?.operations ?? []).map(operation => [operation.id, operation]));
  const unknown = distinct(ids.filter(id => !known.has(id)));
  if (unknown.length > 0) {
    throw refused(
      `the contract of ${quote(name)} has no operation ${listed(unknown)}; it has ${listed(known.keys(), unknown[0])}`,
      contract ? 'name operations of the contract' : withoutContract(service),
      path,
    );
  }
  return distinct(ids).sort().map(id => assertReachable(service, known.get(id)!, path));
}

/** What can be done without a contract. */
function withoutContract({ protocol }: BackingService): string {
  return protocol.name === Protocol.GRPC.name ? 'give the service a contract, such as Contract.proto(path)' : 'give the service a contract, such as Contract.openApi(path)';
}

function assertReachable(service: BackingService, operation: Operation, path: string): Operation {
  const flaw = operationFlaw(operation);
  if (flaw !== undefined) throw refused(flaw, 'correct the contract', path);
  const { isExternal, primary } = service.locator;
  if (!isExternal) return operation;
  const elsewhere = (service.contract as HeldContract).elsewhere?.get(operation.id);
  if (elsewhere === undefined && `${operation.path}/`.startsWith(`${primary.basePath}/`)) return operation;
  const where = elsewhere === undefined ? `has the path ${quote(operation.path)}` : `is served below ${listed(elsewhere.map(basePath => basePath || '/'))}`;
  throw refused(
    `operation ${quote(operation.id)} ${where}, but consumers of ${quote(service.name)} are given a URL below ${quote(primary.basePath || '/')}`,
    'give the provider the URL of a server that the contract names, its path included',
    path,
  );
}

function refused(problem: string, fix: string, path: string): TopologyError {
  return new TopologyError({ code: 'BST701', path, problem, fix });
}
