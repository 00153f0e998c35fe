import { EnforcementAnswer } from '../../src/model/enforcement';
import { BESIDE_TRAFFIC } from '../../src/traffic/beside-traffic';

test('what a client is told, and what checks read, is no matter of a data plane', () =>
  expect(Object.values(BESIDE_TRAFFIC).every(answer => answer() === EnforcementAnswer.NOT_MINE)).toBe(true));

test('what is said of requests and connections is left for each to answer', () => {
  for (const field of ['timeout', 'connectTimeout', 'retry', 'circuitBreaker', 'connectionPool', 'operations']) expect(BESIDE_TRAFFIC).not.toHaveProperty(field);
});
