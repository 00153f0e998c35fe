import { CheckContext } from '../model/check-context';
import { AcknowledgedFinding, Finding } from '../model/finding';
import { TopologyGraph } from '../model/topology-graph';
import { byCodePoint } from '../private/names';
import { Acknowledgement, unmatched } from './acknowledgements';
import { appFindings } from './app-findings';
import { AppReading } from './app-reading';
import { JudgedTopology } from './judged-topology';

/** Findings of one topology, parted by whether somebody accepted them; each sorted by code and path. @internal */
export interface Judged {
  /** The findings that nobody accepted, and one more (BST001) for each acknowledgement that matched nothing. */
  readonly open: Finding[];
  /** Those that somebody accepted, each with its reason. */
  readonly acknowledged: AcknowledgedFinding[];
}

/** A finding, and the acknowledgements that accept it. */
interface Answered {
  readonly finding: Finding;
  readonly accepting: Acknowledgement[];
}

/** An app at one moment: read in one walk, the checks of the whole app asked once, those of a topology when somebody asks for it. @internal */
export class Judgement {
  private readonly graphs = new Map<JudgedTopology, TopologyGraph>();
  private readonly ofApp = new Map<JudgedTopology, Answered[]>();
  private readonly holders = new Map<string, JudgedTopology[]>();
  private readonly usedForApp = new Set<Acknowledgement>();

  constructor(private readonly reading: AppReading) {
    for (const { finding, reporter } of appFindings(reading, topology => this.graphOf(topology))) {
      const accepting = this.holdersOf(finding.code).flatMap(holder => holder._acknowledgements.accepting(finding));
      accepting.forEach(given => this.usedForApp.add(given));
      const reported = this.ofApp.get(reporter);
      if (reported) reported.push({ finding, accepting }); else this.ofApp.set(reporter, [{ finding, accepting }]);
    }
  }

  /** The findings of every topology of the app. */
  public all(): ReadonlyMap<JudgedTopology, Judged> {
    return new Map(this.reading.topologies.map(topology => [topology, this.of(topology)]));
  }

  /** The findings of a topology, and those of the whole app that it reports. */
  public of(topology: JudgedTopology): Judged {
    const context = CheckContext._of(this.graphOf(topology), topology._enforcements, () => this.reading.objects);
    const own = topology._checks.topologyChecks.flatMap(check => check.judge(context, topology.path))
      .map(finding => ({ finding, accepting: topology._acknowledgements.accepting(finding) }));
    const answered = [...own, ...this.ofApp.get(topology) ?? []];
    const used = new Set(own.flatMap(({ accepting }) => accepting));
    const unused = topology._acknowledgements.all.filter(given => !used.has(given) && !this.usedForApp.has(given)).map(unmatched);
    return {
      open: [...answered.filter(({ accepting }) => accepting.length === 0).map(({ finding }) => finding), ...unused].sort(byCodeAndPath),
      acknowledged: answered.filter(({ accepting }) => accepting.length > 0)
        .map(({ finding, accepting }) => ({ ...finding, reason: accepting[0].reason })).sort(byCodeAndPath),
    };
  }

  /** A finding about the whole app may be acknowledged with any of its topologies; few of them have anything about a code. */
  private holdersOf(code: string): JudgedTopology[] {
    const holders = this.holders.get(code) ?? this.reading.topologies.filter(({ _acknowledgements }) => _acknowledgements.concern(code));
    this.holders.set(code, holders);
    return holders;
  }

  private graphOf(topology: JudgedTopology): TopologyGraph {
    const graph = this.graphs.get(topology) ?? topology._peek();
    this.graphs.set(topology, graph);
    return graph;
  }
}

function byCodeAndPath(a: Finding, b: Finding): number {
  return byCodePoint(a.code, b.code) || byCodePoint(a.path, b.path) || byCodePoint(a.problem, b.problem);
}
