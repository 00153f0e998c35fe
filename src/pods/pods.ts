import { Workload as PlusWorkload } from 'cdk8s-plus-28';
import { assertSelected, assertSelector, assertVersions } from '../model/pod-rules';
import { IPods, PodFacts, PodVersion } from '../model/pods';
import { guard } from '../private/boundary';
import { isBranded } from '../private/brand';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertName, byCodePoint, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { commonLabels, selectorOf, versionOf } from './pod-labels';

/** Pods that something else than this program makes. */
export interface PodsFromLabelsProps {
  /** Labels that select all pods of the workload and no other pod of the namespace. */
  readonly labels: Record<string, string>;
  /**
   * The versions among them, each with its own labels besides the common ones.
   *
   * @default - one version without a name
   */
  readonly versions?: PodVersion[];
  /**
   * Number of pods, if there is one version.
   *
   * @default - unknown; checks that need it are reported as not evaluated
   */
  readonly replicas?: number;
  /**
   * Namespace of the pods. Once stated, no workload can say otherwise.
   *
   * @default - the workload's, else the topology's namespace
   */
  readonly namespace?: string;
  /**
   * ServiceAccount that the pods run as. Once stated, no workload can say otherwise.
   *
   * @default - the workload's, else "default"
   */
  readonly serviceAccountName?: string;
}

type Identity = Pick<PodFacts, 'namespace' | 'serviceAccountName'>;

/** The pods that a workload runs in. */
export class Pods implements IPods {
  /**
   * Pods of a cdk8s-plus Deployment, StatefulSet or DaemonSet. It is looked at when a workload is declared in them, and throws BST025 then if no
   * label selects its pods, or if expressions select fewer than its labels do.
   */
  public static of(workload: PlusWorkload): Pods {
    return new Pods([workload], () => {
      const selector = assertSelector(selectorOf(workload), workload.node.path);
      return { ...identityOf(workload), selector, versions: [versionOf(workload)] };
    });
  }

  /**
   * Several versions of one workload, such as a canary beside the stable one. Each pod template gets the labels
   * `version: <name>` and `app.kubernetes.io/name: <workload>` where it has none, so that a Service can select all of them and
   * a subset each of them.
   *
   * @param versions a Deployment or StatefulSet per version name
   * @throws BST801 if a name cannot be a subset's, BST025 if there is none, if they share no label, differ in namespace or ServiceAccount, or if
   * expressions select fewer pods of one than its labels do
   */
  public static versions(versions: Record<string, PlusWorkload>): Pods {
    const entries = Object.entries(versions).sort(([a], [b]) => byCodePoint(a, b));
    return new Pods(entries.map(([, workload]) => workload), name => {
      const path = `Pods.versions of ${name}`;
      const identity = sharedIdentity(entries, path);
      const described = entries.map(([version, workload]) => {
        selectorOf(workload);
        return versionOf(workload, assertName(Names.LABEL, version, workload.node.path), name);
      });
      return { ...identity, selector: commonLabels(described, name), versions: assertVersions(described, path) };
    });
  }

  /**
   * Pods that a Helm chart, another program or another team makes. Their policies are emitted; their containers get no
   * variables or files, because only their maker can add them (`SecretBindings.variablesOf()` lists what is due).
   *
   * @throws BST025 if no label selects the pods, if versions cannot be told apart or if `replicas` stands beside `versions`,
   * BST801 if a label cannot be one or a version's name cannot be a subset's, BST010 if a number of pods is none
   */
  public static fromLabels(props: PodsFromLabelsProps): Pods {
    const { namespace, serviceAccountName, replicas } = props;
    const path = 'Pods.fromLabels';
    const selector = assertSelector(frozenMap(props.labels), path);
    if (props.versions && replicas !== undefined) throw replicasBesideVersions(path, replicas);
    const told: PodVersion[] = props.versions ?? [{ labels: {}, replicas }];
    const versions = told.map(version => ({ ...version, labels: frozenMap({ ...selector, ...version.labels }) }));
    assertVersions(versions, path);
    assertSelected({ selector, versions }, path);
    return new Pods([], () => ({ selector, versions: frozenList(versions), namespace, serviceAccountName }));
  }

  /** Whether `pods` were made by this class, whichever copy of this package did. */
  public static isPods(pods: IPods): pods is Pods {
    return isBranded(pods, 'Pods');
  }

  /** The cdk8s-plus objects that make the pods, one for each version; empty if something else makes them. */
  public readonly workloads: PlusWorkload[];

  private constructor(
    workloads: PlusWorkload[],
    private readonly facts: (workload: string) => PodFacts,
  ) {
    this.workloads = frozenList(workloads);
  }

  public describe(workload: string): PodFacts {
    return this.facts(workload);
  }
}

guard('Pods', Pods);

/** An object that names no ServiceAccount runs as "default": that is a statement too. */
function identityOf(workload: PlusWorkload): Identity {
  return { namespace: workload.metadata.namespace, serviceAccountName: workload.serviceAccount?.name ?? 'default' };
}

/** The identity of all versions; throws BST025 if there is none, or if they are not one in namespace and ServiceAccount. */
function sharedIdentity(versions: Array<[string, PlusWorkload]>, path: string): Identity {
  if (versions.length === 0) throw unfit(path, 'there is no version', 'give at least one, or use Pods.of()');
  const told = versions.map(([name, workload]) => ({ name, ...identityOf(workload) }));
  const [first] = told;
  for (const other of told) {
    for (const what of ['namespace', 'serviceAccountName'] as const) {
      if (other[what] === first[what]) continue;
      const values = [first, other].map(each => `${quote(each.name)} has ${each[what] === undefined ? 'none' : quote(each[what])}`);
      throw unfit(path, `the versions differ in ${what}: ${values.join(', ')}`, `run all versions of a workload with one ${what}: together they are one identity`);
    }
  }
  return identityOf(versions[0][1]);
}

function replicasBesideVersions(path: string, replicas: number): TopologyError {
  return unfit(path, `replicas ${quote(replicas)} beside versions: of which of them?`, 'give replicas to each version');
}

function unfit(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST025', path, problem, fix });
}
