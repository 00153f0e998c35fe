import { IConstruct } from 'constructs';
import { AppReading } from './app-reading';
import { JudgedTopology } from './judged-topology';
import { Judged, Judgement } from './judgement';

/** A topology where it stands in an app. */
type Placed = JudgedTopology & IConstruct;

/** What a synthesis found, until something is added that changes it. Findings alone, not what they were found in. */
interface Settled {
  readonly all: ReadonlyMap<JudgedTopology, Judged>;
  /** Number of constructs that there were. */
  readonly constructs: number;
  /** Those that were validated since the constructs were counted last: cdk8s validates each once, again and again. */
  readonly validated: Set<JudgedTopology>;
}

/** By root of the construct tree. */
const settled = new WeakMap<IConstruct, Settled>();

/** What is found of a topology in the app as it is now; once a synthesis has begun, what that found. */
export function judgedNow(topology: Placed): Judged {
  const { root } = topology.node;
  return settled.get(root)?.all.get(topology) ?? new Judgement(new AppReading(root)).of(topology);
}

/**
 * What a synthesis finds of a topology: the app is read once, however many topologies and charts it has, although cdk8s validates every topology
 * once for the app and once more for each chart. Between these nothing is added; between two syntheses something may be.
 */
export function judgedForSynthesis(topology: Placed): Judged {
  const { root } = topology.node;
  const known = settled.get(root);
  const next = known && !isOutdated(known, topology, root) ? known : newlySettled(root);
  settled.set(root, next);
  next.validated.add(topology);
  return next.all.get(topology)!;
}

/** Called when a topology changes what there is to judge. */
export function forgetJudgement({ node: { root } }: IConstruct): void {
  settled.delete(root);
}

/** One that is validated again begins another round: the constructs are counted then, which is much less than to judge them. */
function isOutdated({ validated, constructs }: Settled, topology: JudgedTopology, root: IConstruct): boolean {
  if (!validated.has(topology)) return false;
  validated.clear();
  return countOf(root) !== constructs;
}

function newlySettled(root: IConstruct): Settled {
  const reading = new AppReading(root);
  return { all: new Judgement(reading).all(), constructs: reading.constructs, validated: new Set() };
}

function countOf({ node: { children } }: IConstruct): number {
  return children.reduce((count, child) => count + countOf(child), 1);
}
