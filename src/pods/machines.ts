import { Machine, MachineFacts } from '../model/machine-facts';
import { MachineProbe } from '../model/machine-probe';
import { heldMachines } from '../model/machine-rules';
import { assertSelected, assertSelector, assertVersions } from '../model/pod-rules';
import { IPods, PodFacts, PodVersion } from '../model/pods';
import { rangeText } from '../private/address-range';
import { guard } from '../private/boundary';
import { distinct } from '../private/distinct';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { rangeOfHost } from '../private/ip-host';

const VERSION = 'version';

/** What machines have in common. */
export interface MachinesProps {
  /** Labels that select the machines of the workload, and neither pods of the namespace nor other machines. What starts their sidecars tells these, too. */
  readonly labels: Record<string, string>;
  /**
   * Namespace that the machines are in to the mesh. Once stated, no workload can say otherwise.
   *
   * @default - the workload's, else the topology's namespace
   */
  readonly namespace?: string;
  /**
   * ServiceAccount that their sidecars run as. Once stated, no workload can say otherwise.
   *
   * @default - the workload's, else "default"
   */
  readonly serviceAccountName?: string;
  /**
   * TCP ports that their programs listen on.
   *
   * @default - unknown; no port is held against them
   */
  readonly ports?: number[];
}

/** Machines that make themselves known. */
export interface MachineGroupProps extends MachinesProps {
  /** Address ranges (CIDR) that the machines are in, for network policies; at least one. */
  readonly cidrs: string[];
  /**
   * Where those are that do not tell it: `region`, `region/zone` or `region/zone/sub-zone`.
   *
   * @default - unknown
   */
  readonly locality?: string;
  /**
   * The share of the traffic of each, in 1..1000000.
   *
   * @default 1
   */
  readonly weight?: number;
  /**
   * How each is asked whether it takes traffic.
   *
   * @default - it takes it as long as its agent is connected
   */
  readonly probe?: MachineProbe;
}

/**
 * Machines that a workload runs on in place of pods: virtual machines, or hosts of one's own, each with a sidecar and an identity of the mesh. The workload calls and is called as one in pods:
 * a Kubernetes Service selects its machines, and policies, rules and telemetry find them by their labels, where Istio carries the traffic. Whoever has no proxy of Istio's does not reach
 * them: the Service has no endpoints in Kubernetes. No network policy selects machines; of what is declared of who enters, their sidecars hold everything, and of where they connect
 * to, nothing is held back. There is no container, so that nobody writes the variables of their bindings (`SecretBindings.variablesOf()` lists what is due).
 *
 * The sidecar of each is installed and told its identity outside of this program.
 * Sources: https://istio.io/latest/docs/ops/deployment/vm-architecture/, https://istio.io/latest/docs/setup/install/virtual-machine/
 */
export class Machines implements IPods {
  /**
   * Machines whose addresses are known. Network policies let pods out to these, and these in to pods.
   *
   * @throws BST025 if there is no machine, two have one address, some name a version and others none, or no label selects them, BST801 if an address, a locality, a label or a version cannot be one,
   * BST032 if nobody reaches a machine at the address, BST010 if a weight is out of bounds, BST007 if a port does not exist
   */
  public static at(machines: Machine[], props: MachinesProps): Machines {
    const cidrs = distinct(machines.flatMap(({ address }) => rangeOfHost(address) ?? []).map(rangeText));
    return new Machines(props, versionsAt(machines, props), { known: machines, cidrs }, 'Machines.at');
  }

  /**
   * Machines that make themselves known as their sidecars start, and are forgotten some time after these end, as those of an autoscaler are: each has the labels and the identity of the group.
   * istiod lets them do so where it is installed with `PILOT_ENABLE_WORKLOAD_ENTRY_AUTOREGISTRATION`, which is its default.
   *
   * @throws BST026 if there is no range or one is none, BST025 if no label selects them, BST801 if the locality or a label cannot be one, BST010 if the weight is out of bounds, BST007 if a port
   * does not exist
   */
  public static group(props: MachineGroupProps): Machines {
    const { cidrs, locality, weight, probe, labels, ports } = props;
    return new Machines(props, [{ labels, ports }], { cidrs, locality, weight, probe }, 'Machines.group');
  }

  private readonly facts: PodFacts;

  private constructor({ labels, namespace, serviceAccountName }: MachinesProps, told: PodVersion[], machines: MachineFacts, path: string) {
    const selector = assertSelector(frozenMap(labels), path);
    const versions = frozenList(told.map(version => ({ ...version, labels: frozenMap(version.labels) })));
    assertVersions(versions, path);
    assertSelected({ selector, versions }, path);
    this.facts = { selector, versions, namespace, serviceAccountName, machines: heldMachines(machines, versions, path) };
  }

  public describe(_workload: string): PodFacts {
    return this.facts;
  }
}

guard('Machines', Machines);

/** One for each version that machines name, with the label that Istio's own samples tell versions by. */
function versionsAt(machines: readonly Machine[], { labels, ports }: MachinesProps): PodVersion[] {
  const names = distinct(machines.map(({ version }) => version));
  if (names.length === 0) return [{ labels, ports }];
  return names.map(name => ({
    name, ports,
    labels: name === undefined ? labels : { ...labels, [VERSION]: name },
    replicas: machines.filter(({ version }) => version === name).length,
  }));
}
