import { isBranded, mark } from '../private/brand';
import { grouped } from '../private/grouped';
import { labelsKey } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { textOf } from './admission';
import { NetworkPeer } from './network-peer';
import { ISubject } from './subject';
import { openTopologyOf, pathOf } from './topology-element';
import { IWorkload } from './workload-interface';

/** Whom one workload may reach without a declared call. @internal */
export class Reach implements ISubject {
  /** Lets a workload out to a peer. */
  public static from(workload: IWorkload, peer: NetworkPeer): void {
    const { path, name, node, machines } = workload;
    const { _declarations: held } = openTopologyOf(workload, `${name} reaches ${textOf(peer)}`);
    if (!workload.ruled) throw notGuarded(path);
    if (machines) throw onMachines(path);
    const at = pathOf(node.scope!, `${name} reaches ${keyOf(peer)}${peer.udp ? ' by UDP too' : ''}`);
    if (!held.taken(at)) held.hold(new Reach(at, peer, workload));
  }

  private constructor(
    public readonly path: string,
    public readonly peer: NetworkPeer,
    /** The workload that is let out, which said so. */
    public readonly subject: IWorkload,
  ) {}
}

mark(Reach.prototype, 'Reach');

/** Whom the workloads of a topology may reach without a declared call, found by the workload. @internal */
export class Reaches {
  /** In the order of the paths. */
  public readonly all: readonly Reach[];
  private readonly ofOne: ReadonlyMap<IWorkload, Reach[]>;

  /** @param held whatever the topology holds */
  constructor(held: readonly ISubject[]) {
    this.all = held.filter((each): each is Reach => isBranded(each, 'Reach'));
    this.ofOne = grouped(this.all, ({ subject }) => subject);
  }

  /** Whom a workload may reach, sorted by port, each once: by UDP too where that was said once. */
  public of(workload: IWorkload): NetworkPeer[] {
    const peers = new Map<string, NetworkPeer>();
    for (const { peer } of this.ofOne.get(workload) ?? []) {
      const key = keyOf(peer);
      if (peer.udp || !peers.has(key)) peers.set(key, peer);
    }
    return [...peers].sort(([a, one], [b, other]) => one.port - other.port || byCodePoint(a, b)).map(([, peer]) => peer);
  }
}

/** Equal for peers at the same place. */
function keyOf({ namespace, podLabels, cidrs, port }: NetworkPeer): string {
  return JSON.stringify([port, namespace ?? '', podLabels ? labelsKey(podLabels) : '', cidrs ? [...cidrs].sort(byCodePoint) : []]);
}

function notGuarded(path: string): TopologyError {
  return new TopologyError({
    code: 'BST529',
    path,
    problem: 'its pods are not guarded from here, so there is nothing that could let it out',
    fix: 'leave reaches() out, or give the workload the standing GUARDED or MIGRATING if it is ours',
  });
}

function onMachines(path: string): TopologyError {
  return new TopologyError({
    code: 'BST529',
    path,
    problem: 'it runs on machines, which no network policy selects, so that nothing holds them back and nothing could let them out',
    fix: 'leave reaches() out, and let the firewall of the machines hold them back',
  });
}
