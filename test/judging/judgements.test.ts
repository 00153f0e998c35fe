import { ApiObject, App, Chart } from 'cdk8s';
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

test('what is added between two syntheses, with the chart that it stands in, is judged in the second', () => {
  const [topology] = topologiesOf(1);
  const { root } = topology.node;
  topology.read();
  const object = (id: string) => new ApiObject(new Chart(root, id, { namespace: 'shop' }), 'object', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } });
  object('a');
  expect((root as App).synthYaml()).toContain('kind: Service');
  object('b');
  expect(() => (root as App).synthYaml()).toThrow('BST803 a/object: 2 objects are Service "x" in namespace "shop": a/object, b/object');
});
