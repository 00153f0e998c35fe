import { forgetJudgement, judgementOf, settledJudgementOf } from '../../src/judging/judgements';
import { topologiesOf } from './apps';

test('before a synthesis each judgement is a new one', () => {
  const [topology] = topologiesOf(1);
  expect(judgementOf(topology)).not.toBe(judgementOf(topology));
});

test('a synthesis has one judgement for all topologies of the app, until something to judge is added', () => {
  const [first, second] = topologiesOf(2);
  const settled = settledJudgementOf(first);
  expect([settledJudgementOf(second), judgementOf(second)]).toEqual([settled, settled]);
  forgetJudgement(second);
  expect(settledJudgementOf(first)).not.toBe(settled);
});

test('two apps have two judgements', () => expect(settledJudgementOf(topologiesOf(1)[0])).not.toBe(settledJudgementOf(topologiesOf(1)[0])));
