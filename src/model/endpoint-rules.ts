import { distinct } from '../private/distinct';
import { assertOutsideAddress, isIpAddress, rangeOfHost } from '../private/ip-host';
import { assertNoUserinfo } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { Locator } from './locator';

/** Nothing but an address is an endpoint; a text of other signs than those of addresses and names may hold a password. */
const ENDPOINT: NameRule = { what: 'an endpoint', allowed: 'an IP address', pattern: /(?!)/, longest: 253, shown: /^[\w.:[\]-]*$/ };

/** Source: maxItems of `endpoints` in the CRD of Istio's ServiceEntry. */
const MOST_ENDPOINTS = 4096;

/**
 * Throws, if the addresses behind a host are told, BST016 unless it is the only host of the service and a name, and each address is given once, and BST801 or
 * BST032 for one that no server outside can have.
 */
export function assertEndpoints({ endpoints, addresses }: Pick<Locator, 'endpoints' | 'addresses'>, path: string): void {
  if (endpoints === undefined) return;
  const [host, ...others] = distinct(addresses.map(address => address.host));
  if (others.length > 0) {
    throw unsound(path, `it has ${others.length + 1} hosts, and endpoints, which are those of one`, 'declare a service for each host, with endpoints of its own, or leave endpoints out');
  }
  if (isIpAddress(host)) {
    throw unsound(path, `its host ${quote(host)} is an IP address, and endpoints are the addresses of a name`, 'give the DNS name that consumers are told as the host, or leave endpoints out');
  }
  if (endpoints.length === 0) throw unsound(path, 'an empty list of endpoints would leave its host without a server', 'give the address of at least one server, or leave endpoints out');
  if (endpoints.length > MOST_ENDPOINTS) throw unsound(path, `it has ${endpoints.length} endpoints: allowed are ${MOST_ENDPOINTS}`, 'give the address of a load balancer before them');
  assertEach(endpoints, path);
}

function assertEach(endpoints: readonly string[], path: string): void {
  const given = new Set<string>();
  for (const endpoint of endpoints) {
    const range = rangeOfHost(endpoint);
    if (range) assertOutsideAddress(endpoint, range, path, 'endpoint');
    else assertName(ENDPOINT, assertNoUserinfo(endpoint, path), path, 'give the IP address of each server; a name that DNS resolves is a host');
    if (given.size === given.add(endpoint).size) throw unsound(path, `the endpoint ${quote(endpoint)} is given twice`, 'give it once');
  }
}

function unsound(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST016', path, problem, fix });
}
