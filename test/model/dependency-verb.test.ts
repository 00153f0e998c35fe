import { DependencyVerb, InteractionModel } from '../../src';
import { isAwaited } from '../../src/model/dependency-verb';

test('who calls or uses waits for an answer, who passes messages does not', () => {
  expect(Object.values(DependencyVerb).filter(verb => isAwaited(verb))).toEqual([DependencyVerb.CALLS, DependencyVerb.USES]);
});

test('who streams, or sends and forgets, waits for none', () => {
  const awaited = Object.values(InteractionModel).filter(interaction => isAwaited(DependencyVerb.CALLS, interaction));
  expect(awaited).toEqual([InteractionModel.REQUEST_RESPONSE]);
});
