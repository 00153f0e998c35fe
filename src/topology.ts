import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { APP_CHECKS, CHECKS } from './checks/all';
import { Acknowledgements } from './judging/acknowledgements';
import { CheckList } from './judging/check-list';
import { linesOf } from './judging/finding-lines';
import { JudgedTopology } from './judging/judged-topology';
import { Judged } from './judging/judgement';
import { forgetJudgement, judgedForSynthesis, judgedNow } from './judging/judgements';
import { printNotices } from './judging/notices';
import { TopologyReading } from './judging/topology-reading';
import { Admission } from './model/admission';
import { AdmittedPeer } from './model/admitted-peer';
import { BackingService } from './model/backing-service';
import { BindingDelivery } from './model/binding-delivery';
import { IAppCheck, ITopologyCheck } from './model/check';
import { CommonDependency } from './model/common-dependency';
import { Declarations } from './model/declarations';
import { CallOptions, UseOptions } from './model/dependency-options';
import { Enforcement } from './model/enforcement';
import { EnvNames } from './model/env-names';
import { AcknowledgedFinding, Finding, Severity } from './model/finding';
import { ISubject } from './model/subject';
import { assertNotNested, ITopology, pathOf } from './model/topology-element';
import { TopologyGraph } from './model/topology-graph';
import { assertTopologyName } from './model/topology-name';
import { TopologyProps } from './model/topology-props';
import { acceptArguments, guard } from './private/boundary';
import { assertName, Names } from './private/names';

/**
 * Workloads, backing services and what connects them, declared once. It emits nothing by itself: outputs read it.
 *
 * The first output that reads it locks it. Findings of all checks fail the synthesis together; those that do not fail it, warnings and notes, are
 * printed on standard error, once.
 */
export class Topology extends Construct implements ITopology, JudgedTopology {
  public readonly namespace?: string;
  public readonly envNames?: EnvNames;
  public readonly delivery?: BindingDelivery;
  public readonly stageOf?: string;
  public readonly production?: boolean;
  /** @internal */
  public readonly _enforcements: Enforcement[] = [];
  /** @internal */
  public readonly _declarations = new Declarations();
  /** @internal */
  public readonly _checks = new CheckList();
  /** @internal */
  public readonly _acknowledgements = new Acknowledgements();
  private graph?: TopologyGraph;
  private outputHasRead = false;

  /**
   * @throws BST801 if the id cannot name a file, or the namespace cannot be a name, BST030 inside of another topology
   */
  constructor(scope: Construct, id: string, props: TopologyProps = {}) {
    acceptArguments('new Topology', [scope, id, props]);
    assertNotNested(scope, id);
    assertTopologyName(scope, id);
    super(scope, id);
    const namespace = props.namespace ?? namespaceOfChart(scope);
    this.namespace = namespace === undefined ? undefined : assertName(Names.LABEL, namespace, pathOf(scope, id));
    this.envNames = props.envNames;
    this.delivery = props.delivery;
    this.stageOf = props.stageOf;
    this.production = props.production;
    this.addChecks(CHECKS, APP_CHECKS);
    forgetJudgement(this);
    this.node.addValidation({ validate: () => this.errors() });
  }

  public get path(): string {
    return this.node.path;
  }

  /**
   * Declares that every workload calls a service, such as a collector of telemetry: it stands for `calls()` of each workload whose traffic is ruled
   * from here, of those declared later too. Gateways and somebody else's workloads are left alone, and so is the one that provides the service. What a
   * workload itself declares to do with the service holds in place of this. Of two services that everybody waits for, neither waits for the other
   * unless its workload says so.
   *
   * @throws BST618, BST615, BST624, BST701, BST009, BST003, BST801 as `Workload.calls()`, BST006 if it is declared already
   */
  public everyWorkloadCalls(service: BackingService, options: CallOptions = {}): void {
    CommonDependency.call(this, service, options);
  }

  /**
   * Declares that every workload uses a store, such as a cache of all: it stands for `uses()` of each workload, of the same ones as
   * `everyWorkloadCalls()`.
   *
   * @throws BST618, BST615, BST009, BST003, BST801 as `Workload.uses()`, BST006 if it is declared already
   */
  public everyWorkloadUses(service: BackingService, options: UseOptions = {}): void {
    CommonDependency.use(this, service, options);
  }

  /**
   * Lets in somebody at every workload, such as a Prometheus that reads the metrics of all: it stands for `admits()` of each workload whose traffic is ruled
   * from here, of those declared later too. Gateways and somebody else's workloads are left alone.
   */
  public everyWorkloadAdmits(peer: AdmittedPeer): void {
    Admission.everywhere(this, peer);
  }

  /**
   * Gives an output the declared graph, and locks the topology: what is declared later throws BST012.
   *
   * @param reading what the output carries and checks
   */
  public read(reading: TopologyReading = {}): TopologyGraph {
    const graph = this._closed();
    const { enforcement, checks = [], appChecks = [] } = reading;
    if (this.outputHasRead && !enforcement && checks.length + appChecks.length === 0) return graph;
    this.outputHasRead = true;
    forgetJudgement(this);
    if (enforcement && !this._enforcements.includes(enforcement)) this._enforcements.push(enforcement);
    this.addChecks(checks, appChecks);
    return graph;
  }

  /**
   * Adds a rule of one's own. It does not lock the topology: what is declared later is judged too.
   *
   * @param check the rule; adding it again changes nothing
   * @throws BST015 if it has no code, title, severity, rationale or fix, or the code of another rule
   */
  public addCheck(check: ITopologyCheck): void {
    this._checks.add(check, this.path);
    forgetJudgement(this);
  }

  /**
   * As `addCheck`, for a rule about what meets in a cluster. It is asked once about all topologies of the app that have it.
   *
   * @param check the rule; adding it again changes nothing
   * @throws BST015 as `addCheck`
   */
  public addAppCheck(check: IAppCheck): void {
    this._checks.addForApp(check, this.path);
    forgetJudgement(this);
  }

  /**
   * Accepts a finding, with a reason: it is no longer among `findings` and does not fail the synthesis.
   * An acknowledgement that matches nothing is itself reported (BST001), and says so if no check has its code.
   *
   * @param code code of the check
   * @param at what the finding is about, or what encloses it; `Subject.of()` makes one of any construct
   * @param reason why it is right here; at least 10 characters
   * @throws BST002 if no check can have the code, BST023 if the reason is shorter
   */
  public acknowledge(code: string, at: ISubject, reason: string): void {
    this._acknowledgements.add(code, at, reason);
    forgetJudgement(this);
  }

  /**
   * What all checks found and nobody acknowledged, sorted by code and path. Locks the topology. Until the synthesis each
   * reading judges anew, because outputs and objects may still be added. What the checks of the whole app find is among the
   * findings of one topology only: the one that its subject lies in, else the first.
   */
  public get findings(): Finding[] {
    return this.judged().open;
  }

  /** What all checks found and somebody acknowledged, with the reasons, sorted as `findings`. Locks the topology. */
  public get acknowledged(): AcknowledgedFinding[] {
    return this.judged().acknowledged;
  }

  /** @internal */
  public _peek(): TopologyGraph {
    return this.graph ?? TopologyGraph.of(this);
  }

  /** @internal */
  public get _read(): boolean {
    return this.outputHasRead;
  }

  /** The graph, locked, for what makes nothing of it: judging, and texts. @internal */
  public _closed(): TopologyGraph {
    this.graph ??= this.close();
    return this.graph;
  }

  private judged(): Judged {
    this._closed();
    return judgedNow(this);
  }

  /** cdk8s validates once for the app and once for each chart; nothing changes in between. */
  private errors(): string[] {
    this._closed();
    const { open } = judgedForSynthesis(this);
    printNotices(this, open);
    return linesOf(open.filter(({ severity }) => severity === Severity.ERROR), ({ code }) => code);
  }

  private addChecks(checks: readonly ITopologyCheck[], appChecks: readonly IAppCheck[]): void {
    for (const check of checks) this._checks.add(check, this.path);
    for (const check of appChecks) this._checks.addForApp(check, this.path);
  }

  private close(): TopologyGraph {
    this.node.lock();
    this._declarations.lock();
    return TopologyGraph.of(this);
  }
}

guard('Topology', Topology);

function namespaceOfChart(scope: IConstruct): string | undefined {
  const chart = scope.node.scopes.reverse().find((construct): construct is Chart => Chart.isChart(construct));
  return chart?.namespace;
}
