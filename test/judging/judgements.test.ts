import { forgetJudgement, judgedForSynthesis, judgedNow } from '../../src/judging/judgements';
import { topologiesOf } from './apps';

test('before a synthesis a topology is judged anew each time', () => {
  const [topology] = topologiesOf(1);
  expect(judgedNow(topology)).not.toBe(judgedNow(topology));
});

test('a synthesis judges all topologies of the app at once, until something to judge is added', () => {
  const [first, second] = topologiesOf(2);
  const settled = judgedForSynthesis(second);
  expect(judgedForSynthesis(first)).not.toBe(settled);
  expect([judgedForSynthesis(second), judgedNow(second)].every(judged => judged === settled)).toBe(true);
  forgetJudgement(first);
  expect(judgedForSynthesis(second)).not.toBe(settled);
});

test('what a synthesis found in one app says nothing of another', () => {
  const [[one], [other]] = [topologiesOf(1), topologiesOf(1)];
  expect(judgedForSynthesis(one)).not.toBe(judgedForSynthesis(other));
});
