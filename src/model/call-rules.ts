import { distinct } from '../private/distinct';
import { listed, quote, TopologyError } from '../private/topology-error';
import { BackingService } from './backing-service';
import { CallOptions } from './dependency-options';
import { Operation } from './operation';

/** Throws BST618 if a service is called whose clients pick their server themselves: one works with its topics. */
export function assertCallable(service: BackingService, path: string): void {
  if (!service.clientRouted) return;
  throw new TopologyError({
    code: 'BST618',
    path,
    problem: `${quote(service.name)} is a broker: its clients pick the server that leads a partition, so a mesh must not route, balance or eject`,
    fix: 'publish to its topics or consume from them',
  });
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

/** The contract's operations of these ids, sorted; throws BST701 if there is no contract or it lacks one. */
export function operationsOf(service: BackingService, ids: string[] | undefined, path: string): Operation[] | undefined {
  if (ids === undefined) return undefined;
  const known = new Map((service.contract?.operations ?? []).map(operation => [operation.id, operation]));
  const unknown = ids.filter(id => !known.has(id));
  if (unknown.length > 0 || ids.length === 0) {
    throw new TopologyError({
      code: 'BST701',
      path,
      problem: ids.length === 0
        ? 'an empty list of operations would allow nothing'
        : `the contract of ${quote(service.name)} has no operation ${listed(unknown)}; it has ${listed(known.keys())}`,
      fix: service.contract ? 'name operations of the contract' : 'give the service a contract, such as Contract.openApi(path)',
    });
  }
  return distinct(ids).sort().map(id => known.get(id)!);
}
