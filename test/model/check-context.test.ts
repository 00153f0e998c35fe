import { CheckContext, Enforcement } from '../../src';
import { EmittedObject } from '../../src/model/emitted-object';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { newTopology } from '../support/declare';

class Output extends Enforcement {}
const OUTPUT = new Output();

test('tells the graph, what outputs carry, and whether the app emits an object', () => {
  const graph = newTopology().read();
  const secret = EmittedObject._of({ group: '', kind: 'Secret', namespace: 'shop', name: 'a' }, 'chart/a', true, { toJson: () => ({}) });
  const context = CheckContext._of(graph, [OUTPUT], () => new EmittedObjects([secret]));
  expect([context.graph, context.enforcements]).toEqual([graph, [OUTPUT]]);
  expect(['a', 'b'].map(name => context.emits('', 'Secret', 'shop', name))).toEqual([true, false]);
});
