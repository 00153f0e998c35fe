import { ApiObject, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { Acknowledgements } from './acknowledgements';
import { CHECKS } from './checks/all';
import { brand } from './model/brand';
import { EmittedObject, Finding, ITopologyCheck, Severity } from './model/check';
import { ITopology, pathOf } from './model/topology-element';
import { TopologyGraph } from './model/topology-graph';
import { assertName, byCodePoint, NameRule, Names } from './private/names';
import { walk } from './private/walk';

/** The path of a topology names the files that are written of it. */
const TOPOLOGY_ID: NameRule = {
  what: 'a topology\'s id',
  pattern: /^(?!constructor$)[A-Za-z0-9][A-Za-z0-9._-]*$/,
  longest: 100,
  allowed: 'letters, digits, "-", "_" and ".", a letter or digit first, at most 100 characters',
};

/** What a topology is. */
export interface TopologyProps {
  /**
   * Namespace of every workload that names none.
   *
   * @default - the namespace of the Chart that the topology is declared in
   */
  readonly namespace?: string;
}

/** What an output tells when it reads a topology. */
export interface TopologyReading {
  /**
   * Fields of `DependencyPolicy` that the output enforces or refuses.
   *
   * @default - none
   */
  readonly enforces?: string[];
  /**
   * Rules that only this output knows.
   *
   * @default - none
   */
  readonly checks?: ITopologyCheck[];
}

/**
 * Workloads, backing services and what connects them, declared once. It emits nothing by itself: outputs read it.
 *
 * The first output that reads it locks it. Findings of all checks fail the synthesis together.
 */
export class Topology extends Construct implements ITopology {
  public readonly namespace?: string;
  private readonly enforced = new Set<string>();
  private readonly checks: ITopologyCheck[] = [...CHECKS];
  private readonly acknowledgements = new Acknowledgements();
  private graph?: TopologyGraph;
  private judged?: Finding[];

  /**
   * @throws BST801 if the id cannot name a file, or the namespace cannot be a name
   */
  constructor(scope: Construct, id: string, props: TopologyProps = {}) {
    super(scope, assertName(TOPOLOGY_ID, id, pathOf(scope, id)));
    const namespace = props.namespace ?? namespaceOfChart(scope);
    this.namespace = namespace === undefined ? undefined : assertName(Names.LABEL, namespace, pathOf(scope, id));
    this.node.addValidation({ validate: () => this.errors() });
  }

  /**
   * Gives an output the declared graph, and locks the topology: what is declared later throws BST012.
   *
   * @param reading what the output enforces and checks
   */
  public read(reading: TopologyReading = {}): TopologyGraph {
    this.graph ??= this.close();
    this.judged = undefined;
    for (const field of reading.enforces ?? []) this.enforced.add(field);
    this.checks.push(...(reading.checks ?? []).filter(check => !this.checks.includes(check)));
    return this.graph;
  }

  /**
   * Accepts a finding, with a reason: it is no longer among `findings` and does not fail the synthesis.
   * An acknowledgement that matches nothing is itself reported (BST001).
   *
   * @param code code of the check
   * @param at the element the finding is about, or a construct that encloses it
   * @param reason why it is right here; at least 10 characters
   */
  public acknowledge(code: string, at: IConstruct, reason: string): void {
    this.acknowledgements.add(code, at, reason);
    this.judged = undefined;
  }

  /**
   * What all checks found and nobody acknowledged, sorted by code and path. Locks the topology. Until the synthesis each
   * reading judges anew, because outputs and objects may still be added.
   */
  public get findings(): Finding[] {
    return this.judged ?? this.judge();
  }

  /** cdk8s validates once for the app and once for each chart; nothing changes in between. */
  private errors(): string[] {
    this.judged ??= this.judge();
    return this.judged
      .filter(finding => finding.severity === Severity.ERROR)
      .map(finding => `${finding.code} ${finding.path}: ${finding.problem}; ${finding.fix}`);
  }

  private close(): TopologyGraph {
    this.node.lock();
    return TopologyGraph.of(this);
  }

  private judge(): Finding[] {
    const context = { graph: this.read(), objects: emittedObjects(this.node.root), enforced: [...this.enforced].sort() };
    const found = this.checks.flatMap(check => {
      try {
        return check.check(context);
      } catch (error) {
        return [brokenCheck(check, this.node.path, error)];
      }
    });
    return this.acknowledgements.applyTo(found)
      .sort((a, b) => byCodePoint(a.code, b.code) || byCodePoint(a.path, b.path) || byCodePoint(a.problem, b.problem));
  }
}

brand(Topology, 'Topology');

function brokenCheck(check: ITopologyCheck, path: string, error: unknown): Finding {
  return {
    code: check.code,
    severity: Severity.ERROR,
    path,
    problem: `the check "${check.title}" failed itself: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'report this as a bug of the check',
  };
}

function namespaceOfChart(scope: IConstruct): string | undefined {
  const chart = scope.node.scopes.reverse().find((construct): construct is Chart => Chart.isChart(construct));
  return chart?.namespace;
}

function emittedObjects(root: IConstruct): EmittedObject[] {
  const objects: EmittedObject[] = [];
  walk(root, (construct, path) => {
    if (ApiObject.isApiObject(construct)) objects.push(emittedObject(construct, path));
  });
  return objects;
}

function emittedObject({ apiGroup, kind, metadata, name }: ApiObject, path: string): EmittedObject {
  return { group: apiGroup === 'core' ? '' : apiGroup, kind, namespace: metadata.namespace ?? '', name, path };
}
