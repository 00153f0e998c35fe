import { Workload as PlusWorkload } from 'cdk8s-plus-28';
import { assertSelector, assertVersions } from '../model/pod-rules';
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
   * Namespace of the pods.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * ServiceAccount that the pods run as.
   *
   * @default "default"
   */
  readonly serviceAccountName?: string;
}

/** The pods that a workload runs in. */
export class Pods implements IPods {
  /**
   * Pods of a cdk8s-plus Deployment, StatefulSet or DaemonSet. It is looked at when a workload is declared in them, and throws BST025 then if no
   * label selects its pods, or if expressions select fewer than its labels do.
   */
  public static of(workload: PlusWorkload): Pods {
    return new Pods([workload], () => {
      const selector = assertSelector(selectorOf(workload), workload.node.path);
      return { ...factsOf(workload), selector, versions: [versionOf(workload)] };
    });
  }

  /**
   * Several versions of one workload, such as a canary beside the stable one. Each pod template gets the labels
   * `version: <name>` and `app.kubernetes.io/name: <workload>` where it has none, so that a Service can select all of them and
   * a subset each of them.
   *
   * @param versions a Deployment or StatefulSet per version name
   * @throws BST801 if a name cannot be a subset's, BST025 if the versions share no label, or not one ServiceAccount and namespace
   */
  public static versions(versions: Record<string, PlusWorkload>): Pods {
    const entries = Object.entries(versions).sort(([a], [b]) => byCodePoint(a, b));
    return new Pods(entries.map(([, workload]) => workload), name => {
      const described = entries.map(([version, workload]) => versionOf(workload, assertName(Names.LABEL, version, workload.node.path), name));
      const facts = entries.map(([, workload]) => factsOf(workload));
      if (entries.length === 0 || facts.some(other => JSON.stringify(other) !== JSON.stringify(facts[0]))) throw unlikeVersions(name);
      const selector = commonLabels(described, name);
      return { ...facts[0], selector, versions: assertVersions(described, `Pods.versions of ${name}`) };
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

function factsOf(workload: PlusWorkload): Pick<PodFacts, 'namespace' | 'serviceAccountName'> {
  return { namespace: workload.metadata.namespace, serviceAccountName: workload.serviceAccount?.name };
}

function replicasBesideVersions(path: string, replicas: number): TopologyError {
  return new TopologyError({
    code: 'BST025',
    path,
    problem: `replicas ${quote(replicas)} beside versions: of which of them?`,
    fix: 'give replicas to each version',
  });
}

function unlikeVersions(workload: string): TopologyError {
  return new TopologyError({
    code: 'BST025',
    path: `Pods.versions of ${workload}`,
    problem: 'there is no version, or the versions differ in namespace or ServiceAccount, which make one identity',
    fix: 'run all versions of a workload in one namespace and as one ServiceAccount',
  });
}
