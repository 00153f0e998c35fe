import { assertPort, assertWhole } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { assertAnnotations, assertOpenLabels, assertQualifiedName } from '../private/labels';
import { assertName, Names } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { IpFamilyPolicy, KubernetesServiceOptions, ServiceType } from './kubernetes-service-options';
import { Locator } from './locator';
import { versionServicesOf } from './version-services';

type Option = keyof KubernetesServiceOptions;

/** What acts on the way from outside. */
const OF_NODES: readonly Option[] = ['nodePorts', 'externalTrafficPolicy'];
const OF_LOAD_BALANCERS: readonly Option[] = ['loadBalancerClass', 'loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts'];
/** What acts where an address of its own is translated to that of a pod. */
const OF_AN_ADDRESS: readonly Option[] = ['clientAffinity', 'trafficDistribution'];
const LONGEST_AFFINITY = 86_400;

/**
 * Holds what is said of the Kubernetes Services of a locator to what the API server takes, and to what acts there.
 *
 * Throws BST046 if options contradict each other, the Service or the workload; BST801 if a name or the key or value of a label cannot be one, BST007 if
 * a port does not exist, BST010 if an affinity is not of whole seconds of one day, BST026 if an address range is none, BST510 or BST511 if a credential
 * stands in a label or an annotation.
 */
export function assertKubernetesServices(locator: Locator, path: string): void {
  const { addresses, kubernetesServices, declaresServices } = locator;
  for (const [service, options] of Object.entries(kubernetesServices)) {
    const given = addresses.filter(address => address.service === service);
    if (given.length === 0) {
      throw unsound(path, `it says how the Service ${quote(service)} is made, and no address is given out by that: those are ${listed(addresses.map(each => each.service!))}`,
        'name one of these');
    }
    if (!declaresServices) {
      throw unsound(path, `the Service ${quote(service)} is there already, so nothing that is said here makes it`, 'leave kubernetesService out, or existingService, so that the Service is made here');
    }
    assertReach(options, given[0].headless, path);
    assertNodePorts(options, given.map(({ port }) => port), path);
    assertAffinity(options, path);
    assertFamilies(options, path);
    assertOpenLabels(options.labels ?? {}, path);
    assertAnnotations(options.annotations ?? {}, path);
  }
  assertVersionServices(locator, path);
}

/** What belongs to one type of Service means nothing to another. */
function assertReach(options: KubernetesServiceOptions, headless: boolean, path: string): void {
  const { serviceType: type = ServiceType.CLUSTER_IP, loadBalancerClass } = options;
  if (headless && type !== ServiceType.CLUSTER_IP) throw unsound(path, `a headless Service has no address, so it cannot be a ${type}`, 'leave headless out, or serviceType');
  for (const { of, where, instead } of unfitFor(type, headless)) {
    const said = of.filter(option => options[option] !== undefined);
    if (said.length > 0) throw unsound(path, `${listed(said)} cannot act on ${where}`, `${instead}, or leave ${listed(said)} out`);
  }
  if (loadBalancerClass !== undefined) assertQualifiedName('a load balancer class', loadBalancerClass, path);
  assertSourceRanges(options, path);
}

interface Unfit {
  readonly of: readonly Option[];
  readonly where: string;
  readonly instead: string;
}

function unfitFor(type: ServiceType, headless: boolean): Unfit[] {
  const where = `a ${type} Service`;
  return [
    ...headless ? [{ of: OF_AN_ADDRESS, where: 'a headless Service: clients choose among its pods themselves', instead: 'leave headless out' }] : [],
    ...type === ServiceType.CLUSTER_IP ? [{ of: OF_NODES, where, instead: 'say serviceType ServiceType.LOAD_BALANCER or NODE_PORT' }] : [],
    ...type === ServiceType.LOAD_BALANCER ? [] : [{ of: OF_LOAD_BALANCERS, where, instead: 'say serviceType ServiceType.LOAD_BALANCER' }],
  ];
}

function assertSourceRanges({ loadBalancerSourceRanges }: KubernetesServiceOptions, path: string): void {
  if (assertCidrs(loadBalancerSourceRanges, path, 'that clients come from')?.length !== 0) return;
  throw unsound(path, 'an empty list of loadBalancerSourceRanges would let every client through', 'give at least one range, or leave loadBalancerSourceRanges out');
}

function assertNodePorts({ nodePorts = {} }: KubernetesServiceOptions, ports: readonly number[], path: string): void {
  const taken = new Set<number>();
  for (const [port, nodePort] of Object.entries(nodePorts)) {
    if (!ports.some(known => String(known) === port)) {
      throw unsound(path, `nodePorts has the port ${quote(port)}, and the Service has ${listed(ports.map(String))}`, 'give a port of the nodes to a port of the Service');
    }
    assertPort(nodePort, path);
    if (taken.size === taken.add(nodePort).size) throw unsound(path, `nodePorts gives port ${nodePort} of the nodes to two ports`, 'give each its own');
  }
}

function assertAffinity({ clientAffinity }: KubernetesServiceOptions, path: string): void {
  if (clientAffinity !== undefined) assertWhole('clientAffinity in seconds', clientAffinity.toSeconds({ integral: false }), [1, LONGEST_AFFINITY], path);
}

function assertFamilies({ ipFamilyPolicy = IpFamilyPolicy.SINGLE_STACK, ipFamilies }: KubernetesServiceOptions, path: string): void {
  if (ipFamilies === undefined) return;
  if (ipFamilies.length === 0 || new Set(ipFamilies).size < ipFamilies.length) {
    throw unsound(path, `ipFamilies are [${ipFamilies.join(', ')}]: allowed is one, or two that differ`, 'give each family once, or leave ipFamilies out');
  }
  if (ipFamilies.length === 1 || ipFamilyPolicy !== IpFamilyPolicy.SINGLE_STACK) return;
  throw unsound(path, `ipFamilies are ${ipFamilies.join(', ')}, and no ipFamilyPolicy of both is said`,
    'say ipFamilyPolicy IpFamilyPolicy.REQUIRE_DUAL_STACK or PREFER_DUAL_STACK, or give one family');
}

function assertVersionServices(locator: Locator, path: string): void {
  const services = versionServicesOf(locator);
  if (services.length > 0 && locator.workload?.release) {
    throw unsound(path, `the versions of ${locator.workload.name} have the same labels until who releases it tells them apart, so that a Service of one would select all its pods`, 'leave perVersion out');
  }
  for (const [service, { perVersion }] of Object.entries(locator.kubernetesServices)) {
    if (perVersion !== true || services.some(({ common }) => common === service)) continue;
    throw unsound(path, `the Service ${quote(service)} is to have one beside it for each version, and no version of ${locator.workload!.name} has a name`,
      'leave perVersion out, or give the workload versions, as Pods.versions() does');
  }
  const taken = new Set(locator.addresses.map(({ service }) => service));
  for (const { name } of services) {
    assertName(Names.SERVICE, name, path, 'leave perVersion out, or give the Service or the version a shorter name');
    if (taken.size === taken.add(name).size) throw unsound(path, `the Service ${quote(name)} of a version has the name of another Service here`, 'give one of them another name');
  }
}

function unsound(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST046', path, problem, fix });
}
