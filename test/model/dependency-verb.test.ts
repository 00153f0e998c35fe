import { DependencyVerb } from '../../src';
import { isAwaited } from '../../src/model/dependency-verb';

test('who calls or uses waits for an answer, who passes messages does not', () => {
  expect(Object.values(DependencyVerb).filter(isAwaited)).toEqual([DependencyVerb.CALLS, DependencyVerb.USES]);
});
