import { isBranded, mark } from '../private/brand';
import { grouped } from '../private/grouped';
import { labelsKey } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { AdmittedPeer } from './admitted-peer';
import { PeerIdentity } from './admitted-peer-props';
import { ISubject } from './subject';
import { ITopology, openTopologyOf, pathOf } from './topology-element';
import { IWorkload } from './workload-interface';

/** Who is let in without a declared call, at one workload or at every one. @internal */
export class Admission implements ISubject {
  /** Lets a peer in at one workload. */
  public static at(workload: IWorkload, peer: AdmittedPeer): void {
    const { path, name, node } = workload;
    const { _declarations: held } = openTopologyOf(workload, `${name} admits ${textOf(peer)}`);
    if (!workload.ruled) throw notGuarded(path);
    if (workload.machines && isToldByPolicyAlone(peer)) throw toldByNobody(path, peer);
    const at = pathOf(node.scope!, `${name} admits ${keyOf(peer)}`);
    if (!held.taken(at)) held.hold(new Admission(at, peer, workload, workload));
  }

  /** Lets a peer in at every workload whose traffic is ruled from here, of those declared later too. */
  public static everywhere(topology: ITopology, peer: AdmittedPeer): void {
    const { _declarations: held } = openTopologyOf(topology, `every workload admits ${textOf(peer)}`);
    const at = pathOf(topology, `every workload admits ${keyOf(peer)}`);
    if (!held.taken(at)) held.hold(new Admission(at, peer, topology));
  }

  private constructor(
    public readonly path: string,
    public readonly peer: AdmittedPeer,
    /** What said so: a workload, or the topology of all. */
    public readonly subject: ISubject,
    /** The workload that lets it in; none if every one does. */
    public readonly workload?: IWorkload,
  ) {}
}

mark(Admission.prototype, 'Admission');

/** Whom the workloads of a topology let in, found by the workload. @internal */
export class Admissions {
  /** In the order of the paths. */
  public readonly all: readonly Admission[];
  private readonly ofOne: ReadonlyMap<IWorkload | undefined, Admission[]>;

  /** @param held whatever the topology holds */
  constructor(held: readonly ISubject[]) {
    this.all = held.filter((each): each is Admission => isBranded(each, 'Admission'));
    this.ofOne = grouped(this.all, ({ workload }) => workload);
  }

  /** Whom a workload lets in, sorted by port, each once. */
  public at(workload: IWorkload): AdmittedPeer[] {
    if (this.all.length === 0) return [];
    const admissions = [...this.ofOne.get(workload) ?? [], ...workload.ruled ? this.ofOne.get(undefined) ?? [] : []];
    const held = workload.machines ? admissions.filter(({ peer }) => !isToldByPolicyAlone(peer)) : admissions;
    const peers = new Map(held.map(({ peer }) => [keyOf(peer), peer]));
    return [...peers].sort(([a, one], [b, other]) => one.port - other.port || byCodePoint(a, b)).map(([, peer]) => peer);
  }
}

/** Whether it lets in somebody from outside of the cluster. */
export function bringsAddresses({ cidrs, identity }: AdmittedPeer): boolean {
  return cidrs !== undefined || identity === PeerIdentity.ANY;
}

/** Who is let in or reached, as far as words tell it. */
type Told = Pick<AdmittedPeer, 'namespace' | 'podLabels' | 'cidrs' | 'port'> & Partial<Pick<AdmittedPeer, 'identity' | 'clientCidrs' | 'methods' | 'paths'>>;

/** Whether requests tell who is let in, beyond who comes and at which port. */
export function isOfRequests({ methods, paths, clientCidrs }: AdmittedPeer): boolean {
  return methods !== undefined || paths !== undefined || clientCidrs !== undefined;
}

/** A peer in a few words, such as `pods "app=prometheus" in monitoring at port 9090`. */
export function textOf(peer: Told): string {
  const { methods, paths, clientCidrs, port } = peer;
  const requests = [...methods ? [methods.join(', ')] : [], ...paths ? [paths.join(', ')] : [], ...clientCidrs ? [`for ${clientCidrs.join(', ')}`] : []];
  return `${whoIs(peer)} at port ${port}${requests.length === 0 ? '' : ` (${requests.join(' ')})`}`;
}

function whoIs({ identity, namespace, podLabels, cidrs }: Told): string {
  if (cidrs) return cidrs.join(', ');
  if (podLabels) return `pods ${Object.entries(podLabels).map(([key, value]) => quote(`${key}=${value}`)).sort(byCodePoint).join(', ')} in ${namespace}`;
  if (namespace !== undefined) return `all pods in the mesh of ${namespace}`;
  return identity === PeerIdentity.MESH ? 'all pods in the mesh' : 'anyone';
}

/** Equal for peers that mean the same. */
function keyOf(peer: AdmittedPeer): string {
  const { identity, namespace = '', podLabels, serviceAccountName = '', cidrs, port } = peer;
  const isOfAll = identity === PeerIdentity.ANY || podLabels === undefined && cidrs === undefined;
  const who = [port, namespace, podLabels ? labelsKey(podLabels) : '', serviceAccountName, cidrs ?? []];
  return JSON.stringify([...who, ...isOfAll ? [identity] : [], ...requestsOf(peer)]);
}

/** Nothing for all requests. */
function requestsOf({ methods, paths, clientCidrs }: AdmittedPeer): (readonly string[])[] {
  const all = [methods, paths, clientCidrs];
  return all.every(said => said === undefined) ? [] : all.map(said => said ?? []);
}

/** Pods without an identity, which a network policy tells from others, and no sidecar does. */
function isToldByPolicyAlone({ identity, podLabels }: AdmittedPeer): boolean {
  return identity === PeerIdentity.NONE && podLabels !== undefined;
}

function toldByNobody(path: string, peer: AdmittedPeer): TopologyError {
  return new TopologyError({
    code: 'BST529',
    path,
    problem: `a network policy alone tells ${textOf(peer)} from others, and machines have none, so that whoever has no identity would be let in`,
    fix: 'admit their addresses, or pods by their identity in the mesh: AdmittedPeer.addresses(), AdmittedPeer.meshPods()',
  });
}

function notGuarded(path: string): TopologyError {
  return new TopologyError({
    code: 'BST529',
    path,
    problem: 'its pods are not guarded from here, so there is nothing that could let somebody in',
    fix: 'leave admits() out, or give the workload the standing GUARDED or MIGRATING if it is ours',
  });
}
