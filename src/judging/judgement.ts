import { CheckContext } from '../model/check-context';
import { AcknowledgedFinding, Finding } from '../model/finding';
import { TopologyGraph } from '../model/topology-graph';
import { byCodePoint } from '../private/names';
import { Acknowledgement, Acknowledgements, unmatched } from './acknowledgements';
import { appFindings } from './app-findings';
import { AppReading } from './app-reading';
import { JudgedTopology } from './judged-topology';
import { UNREAD, unreadOf } from './unread-topology';

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
  private readonly together = new Map<string, Acknowledgements>();
  private known?: ReadonlySet<string>;
  private readonly usedForApp = new Set<Acknowledgement>();

  constructor(private readonly reading: AppReading) {
    for (const { finding, reporter } of appFindings(reading, topology => this.graphOf(topology))) {
      const accepting = this.ofAll(finding.code).accepting(finding);
      accepting.forEach(given => this.usedForApp.add(given));
      const reported = this.ofApp.get(reporter);
      if (reported) reported.push({ finding, accepting }); else this.ofApp.set(reporter, [{ finding, accepting }]);
    }
  }

  /** The findings of every topology of the app, for its synthesis: nothing is added any more, so that one that nobody reads is found too. */
  public all(): ReadonlyMap<JudgedTopology, Judged> {
    return new Map(this.reading.topologies.map(topology => [topology, this.of(topology, true)]));
  }

  /** The findings of a topology, and those of the whole app that it reports. */
  public of(topology: JudgedTopology, finished = false): Judged {
    const graph = this.graphOf(topology);
    const context = CheckContext._of(graph, topology._enforcements, () => this.reading.objects, topology._read);
    const unread = unreadOf(topology, graph);
    const own = [...topology._checks.topologyChecks.flatMap(check => check.judge(context, topology.path)), ...unread]
      .map(finding => ({ finding, accepting: topology._acknowledgements.accepting(finding) }));
    const answered = [...own, ...this.ofApp.get(topology) ?? []];
    const used = new Set(own.flatMap(({ accepting }) => accepting));
    // What is accepted may be for an output to find.
    const given = unread.length > 0 ? [] : topology._acknowledgements.all;
    const unused = given.filter(each => !used.has(each) && !this.usedForApp.has(each)).map(each => unmatched(each, this.codes));
    // Outputs may still come, until the synthesis.
    const told = finished ? answered : answered.filter(({ finding }) => !unread.includes(finding));
    return {
      open: [...told.filter(({ accepting }) => accepting.length === 0).map(({ finding }) => finding), ...unused].sort(byCodeAndPath),
      acknowledged: told.filter(({ accepting }) => accepting.length > 0)
        .map(({ finding, accepting }) => ({ ...finding, reason: accepting[0].reason })).sort(byCodeAndPath),
    };
  }

  /** Those that anything could be found by: of the checks of all topologies, and of what is found without one. */
  private get codes(): ReadonlySet<string> {
    return this.known ??= new Set([...this.reading.topologies.flatMap(({ _checks }) => _checks.codes), UNREAD]);
  }

  /** A finding about the whole app may be acknowledged with any of its topologies. */
  private ofAll(code: string): Acknowledgements {
    const all = () => this.reading.topologies.map(({ _acknowledgements }) => _acknowledgements);
    const given = this.together.get(code) ?? Acknowledgements.together(all(), code);
    this.together.set(code, given);
    return given;
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
