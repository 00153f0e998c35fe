import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { assertSelected, assertSelector, assertVersions } from '../model/pod-rules';
import { IPods, PodFacts, PodVersion } from '../model/pods';
import { guard } from '../private/boundary';
import { isBranded } from '../private/brand';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertName, byCodePoint, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { commonLabels, versionOf } from './pod-labels';
import { resourceNamed, resourceOf } from './resource-of';
import { ROLLOUT_RELEASE, rolloutResource } from './rollout';
import { WorkloadResource } from './workload-resource';

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
   * Pods of a Deployment, StatefulSet, DaemonSet, Job or CronJob of any version of cdk8s-plus; of any ApiObject that has a template of pods, such as an
   * Argo Rollout; or of what encloses just one such object, such as an Include. Its containers are told of the services that the workload uses. It is looked at when a
   * workload is declared in them, and throws BST043 then if it makes no pods, BST025 if no label selects its pods, or if expressions select fewer than
   * its labels do.
   *
   * @param workload what makes the pods
   */
  public static of(workload: IConstruct): Pods {
    return new Pods(() => [resourceOf(workload)], pods => describeOne(pods._resources[0]));
  }

  /**
   * Pods of one object among those below a construct, such as a Helm chart; as `of` otherwise.
   *
   * @param within a Helm chart, an Include, a Chart
   * @param name name of the object, or its kind and name as `Deployment/web`
   */
  public static named(within: IConstruct, name: string): Pods {
    return new Pods(() => [resourceNamed(within, name)], pods => describeOne(pods._resources[0]));
  }

  /**
   * Several versions of one workload, such as a canary beside the stable one. Each pod template gets the labels
   * `version: <name>` and `app.kubernetes.io/name: <workload>` where it has none, so that a Service can select all of them and
   * a subset each of them. Labels that a release of a chart changes, `helm.sh/chart` and `app.kubernetes.io/version`, select nothing.
   *
   * @param versions what makes the pods of each version, by its name; what `of` takes
   * @throws BST801 if a name cannot be a subset's, BST025 if there is none, if they share no label, differ in namespace or ServiceAccount, or if
   * expressions select fewer pods of one than its labels do, BST043 if one makes no pods
   */
  public static versions(versions: Record<string, IConstruct>): Pods {
    const entries = Object.entries(versions).sort(([a], [b]) => byCodePoint(a, b));
    return new Pods(() => entries.map(([, workload]) => resourceOf(workload)), (pods, name) => {
      const path = `Pods.versions of ${name}`;
      const resources = entries.map(([version], position): [string, WorkloadResource] => [version, pods._resources[position]]);
      const identity = sharedIdentity(resources, path);
      const described = resources.map(([version, resource]) => {
        resource.selector();
        return versionOf(resource, assertName(Names.LABEL, version, resource.made.node.path), name);
      });
      return { ...identity, selector: commonLabels(described, name), versions: assertVersions(described, path) };
    });
  }

  /**
   * Pods of an Argo Rollout that releases by a canary: versions `stable` and `canary`, which its controller tells apart. It moves the weights of all routes that lead to both, those of gateways too,
   * and is told which they are; a service in front of it needs no routes. Routes for a header, and copies of requests, are declared here, and not by steps of the Rollout. What Argo CD is to pass over
   * then is `ignoreDifferences` of the mesh. Looked at when a workload is declared in them, it throws BST043 then if it is no such Rollout, if it has no template, or if it names objects of Istio, routes
   * or Services itself, and what `of` throws.
   * Source: https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#subset-level-traffic-splitting
   *
   * @param rollout the Rollout: an ApiObject, or what encloses it and no other Rollout, such as an Include
   */
  public static rollout(rollout: IConstruct): Pods {
    return new Pods(() => [rolloutResource(rollout)], pods => {
      const [resource] = pods._resources;
      pods._rollout = resource.made as ApiObject;
      const { stable, canary } = ROLLOUT_RELEASE;
      const told = versionOf(resource);
      return { ...describeOne(resource), versions: [{ ...told, name: stable }, { ...told, name: canary, replicas: 0 }], release: ROLLOUT_RELEASE };
    });
  }

  /**
   * Pods that another program or another team makes. Their policies are emitted; their containers get no
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
    return new Pods(() => [], () => ({ selector, versions: frozenList(versions), namespace, serviceAccountName }));
  }

  /** Whether `pods` were made by this class, whichever copy of this package did. */
  public static isPods(pods: IPods): pods is Pods {
    return isBranded(pods, 'Pods');
  }

  /** The Rollout that releases the versions, if one does. @internal */
  public _rollout?: ApiObject;
  private known?: WorkloadResource[];

  private constructor(
    private readonly found: () => WorkloadResource[],
    private readonly facts: (pods: Pods, workload: string) => PodFacts,
  ) {}

  /** What makes the pods, one construct for each version; empty if something else than this program makes them. */
  public get workloads(): IConstruct[] {
    return frozenList(this._resources.map(({ made }) => made));
  }

  /** @internal */
  public get _resources(): WorkloadResource[] {
    this.known ??= this.found();
    return this.known;
  }

  public describe(workload: string): PodFacts {
    return this.facts(this, workload);
  }
}

guard('Pods', Pods);

function describeOne(resource: WorkloadResource): PodFacts {
  return { ...identityOf(resource), selector: assertSelector(resource.selector(), resource.made.node.path), versions: [versionOf(resource)] };
}

function identityOf({ namespace, serviceAccountName }: WorkloadResource): Identity {
  return { namespace, serviceAccountName };
}

/** The identity of all versions; throws BST025 if there is none, or if they are not one in namespace and ServiceAccount. */
function sharedIdentity(versions: [string, WorkloadResource][], path: string): Identity {
  if (versions.length === 0) throw unfit(path, 'there is no version', 'give at least one, or use Pods.of()');
  const told = versions.map(([name, resource]) => ({ name, ...identityOf(resource) }));
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
