import { IConstruct } from 'constructs';
import { AppReading } from './app-reading';
import { Judgement } from './judgement';

/** By root of the construct tree: the judgement that a synthesis began with, until something is added that changes it. */
const settled = new WeakMap<IConstruct, Judgement>();

/** The judgement of the app around a construct as it is now; once a synthesis has begun, that of the synthesis. */
export function judgementOf({ node: { root } }: IConstruct): Judgement {
  return settled.get(root) ?? new Judgement(new AppReading(root));
}

/**
 * The judgement of a synthesis: the app is read once, however many topologies and charts it has, although cdk8s validates every topology once
 * for the app and once more for each chart. Between these nothing is added.
 */
export function settledJudgementOf({ node: { root } }: IConstruct): Judgement {
  const judgement = settled.get(root) ?? new Judgement(new AppReading(root));
  settled.set(root, judgement);
  return judgement;
}

/** Called when a topology changes what there is to judge. */
export function forgetJudgement({ node: { root } }: IConstruct): void {
  settled.delete(root);
}
