import { Construct } from 'constructs';
import { assertDuration } from '../private/bounds';
import { assertName, Names, sortedRecord, byCodePoint } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { BackingService } from './backing-service';
import { assertBindingName } from './binding-name';
import { brand } from './brand';
import { assertCallable, assertHttp, operationsOf } from './call-rules';
import { Dependency, DependencyProps, DependencyVerb } from './dependency';
import { CallOptions, ConsumeOptions, PublishOptions, UseOptions } from './dependency-options';
import { IPods, PodFacts, PodVersion } from './pods';
import { Topic } from './topic';
import { ITopology, openTopologyOf, pathOf, TopologyElement } from './topology-element';
import { IWorkload } from './workload-interface';

/** What a workload is. */
export interface WorkloadProps {
  /** The pods it runs in. */
  readonly pods: IPods;
  /**
   * Namespace of the pods.
   *
   * @default - the pods' own, else the topology's
   */
  readonly namespace?: string;
  /**
   * ServiceAccount that the pods run as: the mesh identity of the workload's calls.
   *
   * @default - the pods' own, else "default"
   */
  readonly serviceAccountName?: string;
  /**
   * Whether policies guard these pods. Set it to false for pods that another owner guards and this topology only
   * knows as a caller, such as an ingress gateway.
   *
   * @default true
   */
  readonly guarded?: boolean;
}

/** A process of ours: pods, identity, replicas. Its verbs declare what it depends on. */
export class Workload extends TopologyElement implements IWorkload {
  public readonly name: string;
  public readonly namespace: string;
  public readonly serviceAccountName: string;
  public readonly selector: Record<string, string>;
  public readonly versions: PodVersion[];
  public readonly pods: IPods;
  public readonly guarded: boolean;
  private bindingNames?: Map<BackingService, string>;

  /**
   * @param id RFC 1123 label; it names the workload's policies
   * @throws BST801 if the id or namespace cannot be a name, BST013 if nothing tells the namespace
   */
  constructor(scope: Construct, id: string, props: WorkloadProps) {
    const topology = openTopologyOf(scope, id);
    const group = workloadsIn(scope);
    const path = pathOf(group, id);
    super(group, assertName(Names.LABEL, id, path));
    const facts = props.pods.describe(id);
    this.name = id;
    this.namespace = assertName(Names.LABEL, props.namespace ?? namespaceOf(topology, facts, path), path);
    this.serviceAccountName = assertName(Names.SUBDOMAIN, props.serviceAccountName ?? facts.serviceAccountName ?? 'default', path);
    this.selector = sortedRecord(facts.selector);
    this.versions = [...facts.versions].sort((a, b) => byCodePoint(a.name ?? '', b.name ?? ''));
    this.pods = props.pods;
    this.guarded = props.guarded ?? true;
  }

  public get replicas(): number | undefined {
    return this.versions.reduce<number | undefined>(
      (sum, version) => sum === undefined || version.replicas === undefined ? undefined : sum + version.replicas, 0);
  }

  /**
   * Declares that the workload sends requests to a service.
   *
   * @throws BST615 if a timeout, retry, operation or request limit is asked of a protocol whose requests a mesh cannot see,
   * BST701 if an operation is not in the service's contract, BST006 if the call is declared already, BST009 if a duration is not a whole
   * number of milliseconds, BST003 if the service belongs to another topology, BST801 if the binding cannot be named so
   */
  public calls(service: BackingService, options: CallOptions = {}): Dependency {
    const path = this.pathTo(DependencyVerb.CALLS, service);
    assertCallable(service, path);
    assertHttp(service, options, path);
    assertDuration('timeout', options.timeout, path);
    return this.depend({ ...options, operations: operationsOf(service, options.operations, path), verb: DependencyVerb.CALLS, service }, path);
  }

  /**
   * Declares that the workload keeps data in a store, or holds connections to a TCP service.
   *
   * @throws BST615 if a request limit is asked of a protocol whose requests a mesh cannot see, BST006 if the use is declared already
   */
  public uses(service: BackingService, options: UseOptions = {}): Dependency {
    const path = this.pathTo(DependencyVerb.USES, service);
    assertCallable(service, path);
    assertHttp(service, options, path);
    return this.depend({ ...options, verb: DependencyVerb.USES, service }, path);
  }

  /**
   * Declares that the workload writes messages to a topic.
   *
   * @throws BST006 if that is declared already
   */
  public publishes(topic: Topic, options: PublishOptions = {}): Dependency {
    return this.depend({ ...options, verb: DependencyVerb.PUBLISHES, service: topic.service, topic }, this.pathTo(DependencyVerb.PUBLISHES, topic));
  }

  /**
   * Declares that the workload reads messages from a topic.
   *
   * @throws BST006 if that is declared already, BST801 if the group cannot be a name
   */
  public consumes(topic: Topic, options: ConsumeOptions = {}): Dependency {
    const group = options.group ?? `${this.namespace}.${this.name}`;
    const path = this.pathTo(DependencyVerb.CONSUMES, topic);
    assertName({ ...Names.KAFKA_TOPIC, what: 'a consumer group' }, group, path);
    return this.depend({ ...options, group, verb: DependencyVerb.CONSUMES, service: topic.service, topic }, path);
  }

  private depend(declared: Omit<DependencyProps, 'source'>, path: string): Dependency {
    const { verb, service, topic, connectTimeout, bindingName } = declared;
    const target = topic ?? service;
    const group = this.node.scope as Construct;
    const id = `${this.name} ${verb} ${target.name}`;
    openTopologyOf(this, id);
    if (target.topology !== this.topology) {
      throw new TopologyError({
        code: 'BST003',
        path,
        problem: `${quote(target.node.path)} belongs to another topology than ${quote(this.node.path)}`,
        fix: 'declare the service in this topology too, with an endpoint provider',
      });
    }
    if (group.node.tryFindChild(id)) {
      throw new TopologyError({
        code: 'BST006',
        path,
        problem: `${quote(id)} is declared already; declared here: ${listed(this.declaredHere(group))}`,
        fix: 'say everything about it in one declaration',
      });
    }
    assertDuration('connectTimeout', connectTimeout, path);
    assertBindingName(bindingName ?? service.name, path);
    if (bindingName !== undefined) this.nameBinding(service, bindingName, path);
    return new Dependency(group, id, { ...declared, source: this });
  }

  private declaredHere(group: Construct): string[] {
    return group.node.children.map(child => child.node.id).filter(id => id.startsWith(`${this.name} `));
  }

  /** One workload and one service have one binding, so one name. */
  private nameBinding(service: BackingService, name: string, path: string): void {
    this.bindingNames ??= new Map();
    const earlier = this.bindingNames.get(service) ?? name;
    if (earlier !== name) {
      throw new TopologyError({
        code: 'BST006',
        path,
        problem: `the binding to ${quote(service.name)} is named ${quote(name)} here and ${quote(earlier)} in an earlier declaration`,
        fix: 'give one bindingName',
      });
    }
    this.bindingNames.set(service, name);
  }

  private pathTo(verb: DependencyVerb, target: BackingService | Topic): string {
    return pathOf(this.node.scope!, `${this.name} ${verb} ${target.name}`);
  }
}

brand(Workload, 'Workload');

/**
 * Workloads stand in a scope of their own, because a workload and the service that it provides often have one name.
 *
 * Dependencies stand beside their workload, not below it: `shop/workloads/orders calls payments`. A construct keeps its children in an object
 * by id, and from some 1,500 objects with a first key of their own V8 keeps every object literal of the program as a slow dictionary
 * (bench/: 5,000 services took five times as long).
 */
function workloadsIn(scope: Construct): Construct {
  return scope.node.tryFindChild('workloads') as Construct | undefined ?? new Construct(scope, 'workloads');
}

function namespaceOf(topology: ITopology, facts: PodFacts, path: string): string {
  const namespace = facts.namespace ?? topology.namespace;
  if (namespace !== undefined) return namespace;
  throw new TopologyError({
    code: 'BST013',
    path,
    problem: 'the namespace is unknown, but identities and hosts are made of it',
    fix: 'set namespace on the Chart, the Topology or the Workload',
  });
}
