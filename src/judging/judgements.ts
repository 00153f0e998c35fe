import { IConstruct } from 'constructs';
import { AppReading } from './app-reading';
import { JudgedTopology } from './judged-topology';
import { Judged, Judgement } from './judgement';

/** A topology where it stands in an app. */
type Placed = JudgedTopology & IConstruct;

/** By root of the construct tree: what a synthesis began with, until something is added that changes it. Findings alone, not what they were found in. */
const settled = new WeakMap<IConstruct, ReadonlyMap<JudgedTopology, Judged>>();

/** What is found of a topology in the app as it is now; once a synthesis has begun, what that found. */
export function judgedNow(topology: Placed): Judged {
  const { root } = topology.node;
  return settled.get(root)?.get(topology) ?? new Judgement(new AppReading(root)).of(topology);
}

/**
 * What a synthesis finds of a topology: the app is read once, however many topologies and charts it has, although cdk8s validates every topology
 * once for the app and once more for each chart. Between these nothing is added.
 */
export function judgedForSynthesis(topology: Placed): Judged {
  const { root } = topology.node;
  let all = settled.get(root);
  if (!all) settled.set(root, all = new Judgement(new AppReading(root)).all());
  return all.get(topology)!;
}

/** Called when a topology changes what there is to judge. */
export function forgetJudgement({ node: { root } }: IConstruct): void {
  settled.delete(root);
}
