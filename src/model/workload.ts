import { Construct } from 'constructs';
import { acceptArguments, guard, WORKLOADS } from '../private/boundary';
import { isBranded } from '../private/brand';
import { frozenList } from '../private/frozen-copy';
import { assertName, Names } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { AccessPolicy } from './access-policy';
import { AccessStatement, notOurs } from './access-statement';
import { Admission } from './admission';
import { AdmittedPeer } from './admitted-peer';
import { BackingService } from './backing-service';
import { BindingAgreements } from './binding-agreements';
import { BindingDelivery } from './binding-delivery';
import { Channel } from './channel';
import { consumerGroupOf } from './consumer-group';
import { Declarations } from './declarations';
import { assertConnects, assertHeld, assertSameTopology, callOf, DeclaredConnection, useOf } from './declared-connection';
import { Dependency } from './dependency';
import { CallOptions, ConsumeOptions, PublishOptions, UseOptions } from './dependency-options';
import { DependencyVerb } from './dependency-verb';
import { EnvNames } from './env-names';
import { Jwt } from './jwt';
import { RequireOptions } from './jwt-props';
import { MachineFacts } from './machine-facts';
import { MutualTls } from './mutual-tls';
import { NetworkPeer } from './network-peer';
import { identityOf } from './pod-identity';
import { heldPods } from './pod-rules';
import { IPods, PodRelease, PodVersion } from './pods';
import { Reach } from './reach';
import { dependencyPath, openTopologyOf, pathOf, TopologyElement } from './topology-element';
import { assertTransactional } from './transactional-id';
import { IWorkload } from './workload-interface';
import { WorkloadProps } from './workload-props';
import { WorkloadStanding } from './workload-standing';

/** A process of ours: pods, identity, replicas. Its verbs declare what it depends on. */
export class Workload extends TopologyElement implements IWorkload {
  public readonly name: string;
  public readonly namespace: string;
  public readonly serviceAccountName: string;
  public readonly selector: Record<string, string>;
  public readonly versions: PodVersion[];
  public readonly release?: PodRelease;
  public readonly pods: IPods;
  public readonly machines?: MachineFacts;
  public readonly standing: WorkloadStanding;
  public readonly envNames?: EnvNames;
  public readonly delivery?: BindingDelivery;
  public readonly boundContainers?: string[];
  public readonly mutualTls?: MutualTls;
  private agreements?: BindingAgreements;

  /**
   * @param id RFC 1123 label; it names the workload's policies
   * @throws BST801 if the id, the namespace, the account, a label or a version cannot be named so, BST013 if nothing tells the namespace, BST025 if
   * no label selects the pods or their versions cannot be told apart, BST031 if the pods state another namespace or account, BST010 if a number
   * of pods is none, BST007 if a port does not exist, BST541 if mutualTls is said of a gateway or of somebody else's pods
   */
  constructor(scope: Construct, id: string, props: WorkloadProps) {
    acceptArguments('new Workload', [scope, id, props]);
    const topology = openTopologyOf(scope, id);
    const group = workloadsIn(scope);
    const path = pathOf(group, id);
    assertName(Names.LABEL, id, path);
    const facts = heldPods(props.pods.describe(id), path);
    const { namespace, serviceAccountName } = identityOf(facts, props, topology, path);
    if (props.mutualTls && isAnothers(props)) throw notOurs(path);
    super(group, id);
    this.name = id;
    this.namespace = namespace;
    this.serviceAccountName = serviceAccountName;
    this.selector = facts.selector;
    this.versions = facts.versions;
    this.release = facts.release;
    this.pods = props.pods;
    this.machines = facts.machines;
    this.standing = props.standing ?? WorkloadStanding.GUARDED;
    this.envNames = props.envNames;
    this.delivery = props.delivery;
    this.boundContainers = props.boundContainers && frozenList(props.boundContainers);
    this.mutualTls = props.mutualTls;
  }

  public get guarded(): boolean {
    return this.standing === WorkloadStanding.GUARDED;
  }

  public get ruled(): boolean {
    return this.guarded || this.standing === WorkloadStanding.MIGRATING;
  }

  public get routed(): boolean {
    return this.ruled;
  }

  public get replicas(): number | undefined {
    return this.versions.reduce<number | undefined>(
      (sum, version) => sum === undefined || version.replicas === undefined ? undefined : sum + version.replicas, 0);
  }

  /**
   * Declares that the workload sends requests to a service, or holds connections to a TCP service.
   *
   * @throws BST618 if the service is a store, which is used, or a broker, BST624 if a stream is to end after some time,
   * BST615 if a timeout, retry, operation or request limit is asked of a protocol whose requests a mesh cannot see, BST701 if an operation is not in the
   * service's contract, BST006 if the call is declared already, BST009 if a duration is not a whole number of milliseconds, BST003 if the service belongs to another topology, BST801 if the binding cannot be named so
   */
  public calls(service: BackingService, options: CallOptions = {}): Dependency {
    const path = this.pathTo(DependencyVerb.CALLS, service);
    return this.depend(callOf(service, options, path), path);
  }

  /**
   * Declares that the workload keeps data in a store, or holds connections to a TCP service.
   *
   * @throws BST618 if the service answers requests, which are called, or is a broker, BST615 if a request limit is asked of a protocol whose requests
   * a mesh cannot see, BST006 if the use is declared already
   */
  public uses(service: BackingService, options: UseOptions = {}): Dependency {
    const path = this.pathTo(DependencyVerb.USES, service);
    return this.depend(useOf(service, options, path), path);
  }

  /**
   * Declares that the workload writes messages to a channel, such as a topic.
   *
   * @throws BST006 if that is declared already or says another transactionalIdPrefix than before on the cluster, BST801 if that cannot be one, BST424 if the
   * channel is no Kafka topic and one is given, BST003 if the channel belongs to another topology
   */
  public publishes(channel: Channel, options: PublishOptions = {}): Dependency {
    const path = this.pathTo(DependencyVerb.PUBLISHES, channel);
    assertTransactional(channel, options.transactionalIdPrefix, path);
    return this.depend({ ...options, verb: DependencyVerb.PUBLISHES, service: channel.service, channel }, path);
  }

  /**
   * Declares that the workload reads messages from a channel, such as a topic.
   *
   * @throws BST006 if that is declared already, BST801 if the consumer group cannot be a name, BST420 if the channel is not read in groups,
   * BST003 if the channel belongs to another topology
   */
  public consumes(channel: Channel, options: ConsumeOptions = {}): Dependency {
    const path = this.pathTo(DependencyVerb.CONSUMES, channel);
    const consumerGroup = consumerGroupOf(channel, this, options.consumerGroup, path);
    const hasOwnGroup = channel.readInGroups && options.consumerGroup === undefined;
    return this.depend({ ...options, consumerGroup, hasOwnGroup, verb: DependencyVerb.CONSUMES, service: channel.service, channel }, path);
  }

  /**
   * Lets in somebody who declares no call, such as Prometheus or a load balancer; it opens one port, on every side. What is called is declared by `calls()`
   * of the caller instead, which tells it where to send, too. Said again, it changes nothing.
   *
   * @throws BST529 if the workload is a gateway or somebody else's, whose pods are not guarded from here
   */
  public admits(peer: AdmittedPeer): void {
    Admission.at(this, peer);
  }

  /**
   * Lets the workload out to somebody who is no backing service, such as the API server; its network policy alone opens that one port, and its containers are told
   * nothing. What every workload may reach is `additionalEgress` of the platform. What is called is declared by `calls()` or `uses()`, whose address is told, too. Said
   * again, it changes nothing.
   *
   * A mesh is told nothing of it: Istio passes on what its registry does not know, in the clear or as the program encrypts it, unless its `outboundTrafficPolicy` is
   * `REGISTRY_ONLY`, which turns it away whatever a network policy says; where `sidecars` of the mesh make it so, that is found (BST657). Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-control/
   *
   * @throws BST529 if the workload is a gateway or somebody else's, whose pods are not guarded from here
   */
  public reaches(peer: NetworkPeer): void {
    Reach.from(this, peer);
  }

  /**
   * Demands a token with each request: one that is not valid is refused (401), and so is a request without one (403). Of several issuers, said one after the other, one is enough. It is
   * demanded besides what lets in: who comes needs a declared call, or to be admitted, and a token. Of a gateway it is demanded of all that comes through it.
   *
   * @throws BST541 if the workload is somebody else's, BST006 if a token of the issuer is demanded already, BST542 if ports, exceptPaths, exceptMethods or optional are others than for
   * another issuer or a list is empty, BST801 if a claim, a path or a method can be none, BST007 if a port does not exist
   */
  public requires(jwt: Jwt, options: RequireOptions = {}): void {
    AccessStatement.requires(this, jwt, options);
  }

  /**
   * Puts a policy before the pods: it denies, audits, or asks an external authorizer. It lets in nobody.
   *
   * @throws BST541 if the workload is somebody else's, BST006 if it has a policy of that name
   */
  public enforces(policy: AccessPolicy): void {
    AccessStatement.enforces(this, policy);
  }

  private depend(declared: DeclaredConnection, path: string): Dependency {
    const { verb, service, channel } = declared;
    const id = `${this.name} ${verb} ${(channel ?? service).name}`;
    const { _declarations: held } = openTopologyOf(this, id);
    assertSameTopology(channel ?? service, service, this, path);
    if (channel) assertHeld(held, channel, path);
    if (held.taken(path)) {
      throw new TopologyError({
        code: 'BST006',
        path,
        problem: `${quote(id)} is declared already; declared here: ${listed(this.declared(held))}`,
        fix: 'say everything about it in one declaration',
      });
    }
    assertConnects(declared, path);
    (this.agreements ??= new BindingAgreements()).add(service, declared, path);
    return held.hold(Dependency._declare(path, { ...declared, source: this }));
  }

  private declared(held: Declarations): string[] {
    const edges = held.all.filter((each): each is Dependency => isBranded(each, 'Dependency'));
    return edges.filter(({ source }) => source === this).map(({ name }) => name);
  }

  private pathTo(verb: DependencyVerb, target: BackingService | Channel): string {
    return dependencyPath(this, verb, this.topology, target);
  }
}

guard('Workload', Workload);

/** Whether somebody else guards its pods. */
function isAnothers({ standing }: WorkloadProps): boolean {
  return standing === WorkloadStanding.FOREIGN || standing === WorkloadStanding.GATEWAY;
}

/** The scope of workloads. */
function workloadsIn(scope: Construct): Construct {
  return scope.node.tryFindChild(WORKLOADS) as Construct | undefined ?? new Construct(scope, WORKLOADS);
}
