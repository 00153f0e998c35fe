import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { assertOutsideHost } from '../private/host';
import { assertLabels } from '../private/labels';
import { assertNoCredential, assertNoUserinfo } from '../private/literal-secret';
import { assertName, Names } from '../private/names';
import { pathFlaw } from '../private/request-path';
import { quote, TopologyError } from '../private/topology-error';
import { Address, AddressRole } from './address';
import { assertBareAddress, assertHeld } from './bare-address-rules';
import { assertEndpoints } from './endpoint-rules';
import { assertKubernetesServices } from './kubernetes-service-rules';
import { Locator, ServiceOwner } from './locator';
import { assertPortName } from './port-names';
import { Provision } from './provision';
import { TlsStart } from './tls';
import { ITopology, topologyOf } from './topology-element';

/**
 * Holds a locator to what Kubernetes and a mesh take, whoever made it: this package, or a provider of somebody else.
 *
 * Throws BST016 if it could not be dialled or guarded as it is told, BST003 if its workload belongs to another topology, BST801 if a name, host
 * or label cannot be one, BST046 if a Kubernetes Service cannot be made as it is told, BST032 if a host is not outside though it is declared so, BST007 if a port does not exist, BST026 if an address range is none, BST511 or BST510 if credentials stand in a host or
 * base path.
 */
export function assertLocator(locator: Locator, topology: ITopology, path: string): Locator {
  const primaries = locator.addresses.filter(({ role }) => role === AddressRole.PRIMARY);
  if (primaries.length !== 1) {
    throw unsound(path, `it has ${primaries.length} primary addresses: every service has one`, 'give one address the role AddressRole.PRIMARY, and each other its own');
  }
  for (const address of locator.addresses) assertAddress(address, locator, path);
  for (const address of locator.addresses) assertPortName(address, locator.workload, path);
  if (locator.isExternal) assertOutside(locator, path);
  else assertInCluster(locator, topology, path);
  return locator;
}

function assertAddress(address: Address, locator: Locator, path: string): void {
  const { isExternal } = locator;
  if (isExternal) {
    assertBareAddress(address, path);
    assertOutsideHost(address.host, address.role === AddressRole.MEMBER, path);
    assertBasePath(address.basePath, path);
  } else {
    assertName(Names.SERVICE, address.service!, path);
  }
  assertPort(address.port, path);
  assertPort(address.targetPort, path);
  if (address.tls.start === TlsStart.MESH && !isExternal) {
    throw unsound(path, `the mesh is to start TLS to ${address.host}, which is in the cluster`, 'leave tls out: sidecars encrypt between themselves');
  }
  if (isExternal) assertTlsByMesh(address, locator, path);
}

/** A mesh starts TLS for a host as a whole: for the primary one and, as requests name the host that they are for, for others beside it. */
function assertTlsByMesh({ host, protocol, tls }: Address, { addresses, primary }: Locator, path: string): void {
  if (tls.start !== TlsStart.MESH) return;
  const ofPrimary = host === primary.host || protocol.hasRequests && primary.tls.start === TlsStart.MESH;
  if (ofPrimary && addresses.every(other => other.host !== host || other.tls.start === TlsStart.MESH)) return;
  throw unsound(path, `the mesh is to start TLS to ${host} at one address of several, and it does that for the primary host, for others that requests are sent to, and for all ports of each`,
    'let clients start TLS there, or declare a service of its own');
}

/** Clients append their paths to it, and policies compare the beginning of paths with it. */
function assertBasePath(basePath: string, path: string): void {
  assertNoCredential(assertNoUserinfo(basePath, path), path);
  if (basePath === '' || !/[{}]|\/$/.test(basePath) && pathFlaw(basePath) === undefined) return;
  throw unsound(path, `the base path ${quote(basePath)} is not what paths begin with`, 'begin it with "/" and end it without one, as it is sent: percent-encoded, without "//", "." or ".." as a step');
}

/** Source: maxItems of `hosts` in the CRD of Istio's ServiceEntry. */
const MOST_HOSTS = 256;

function assertOutside({ addresses, cidrs, endpoints }: Locator, path: string): void {
  const hosts = new Set(addresses.map(({ host }) => host)).size;
  if (hosts > MOST_HOSTS) throw unsound(path, `it has ${hosts} hosts: allowed are ${MOST_HOSTS}`, 'give a host with "*." at its front to members, or declare several services');

  assertEndpoints({ addresses, endpoints }, path);
  if (assertCidrs(cidrs, path)?.length !== 0) return assertHeld({ addresses, endpoints }, cidrs, path);
  throw unsound(path, 'an empty list of address ranges would open every address', 'give at least one range, or leave cidrs out');
}

/**
 * Services of these names give the containers of their namespace other variables KUBERNETES_SERVICE_HOST or KUBERNETES_SERVICE_PORT, by which programs
 * find the API server. Source: https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
const OF_THE_API_SERVER = ['kubernetes', 'kubernetes-service'];

/** One Kubernetes Service is headless or not, has a port once and, if it is made here, names its ports for their roles. */
function assertServices({ addresses, declaresServices }: Locator, path: string): void {
  const headless = new Map<string, boolean>();
  const taken = new Set<string>();
  for (const address of addresses) {
    const service = address.service!;
    if ((headless.get(service) ?? address.headless) !== address.headless) {
      throw unsound(path, `the Service ${quote(service)} is headless at one address and not at another`, 'give each of the two a Service of its own');
    }
    headless.set(service, address.headless);
    if (declaresServices && OF_THE_API_SERVER.includes(service)) {
      throw unsound(path, `the Service ${quote(service)} would lead every container of its namespace elsewhere than to the API server, by KUBERNETES_SERVICE_* variables`, 'give the service another name');
    }
    for (const claim of [`port ${address.port}`, ...declaresServices ? [`role ${address.role}`] : []]) {
      if (taken.has(`${service} ${claim}`)) throw unsound(path, `the Service ${quote(service)} has two addresses with the ${claim}`, 'give each a role and a port of its own');
      taken.add(`${service} ${claim}`);
    }
  }
}

function assertInCluster(locator: Locator, topology: ITopology, path: string): void {
  const { namespace, podLabels, workload, operator, resource, listener } = locator;
  assertServices(locator, path);
  assertKubernetesServices(locator, path);
  assertName(Names.LABEL, namespace!, path);
  if (workload && topologyOf(workload) !== topology) {
    throw new TopologyError({
      code: 'BST003',
      path,
      problem: `workload ${quote(workload.node.path)} belongs to another topology than the service that it should provide`,
      fix: 'declare the service where its workload is, and here with an inCluster provider; there its callers are declared with the standing FOREIGN',
    });
  }
  for (const [rule, name] of [[Names.LABEL, operator], [Names.SUBDOMAIN, resource], [Names.LABEL, listener]] as const) {
    if (name !== undefined) assertName(rule, name, path);
  }
  if (podLabels !== undefined || locator.owner !== ServiceOwner.IN_CLUSTER) assertPodLabels(podLabels ?? {}, path);
}

function assertPodLabels(podLabels: Record<string, string>, path: string): void {
  assertLabels(podLabels, path);
  if (Object.keys(podLabels).length === 0) {
    throw unsound(path, 'no label tells the pods behind it, so every pod of the namespace would be opened', 'give labels that only these pods have, or leave podLabels out');
  }
}

/** Throws BST016 if variables are named for a server whose containers this topology does not know. */
export function assertServed({ locator, serverEnvNames }: Provision, path: string): void {
  if (serverEnvNames === undefined || locator.workload) return;
  throw unsound(path, 'variables are named for its server, which no workload of this topology runs', 'leave serverEnvNames out, or give a Locator.ofWorkload()');
}

function unsound(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST016', path, problem, fix });
}
