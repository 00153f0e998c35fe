import { AppContext } from '../../src';
import { EmittedObject } from '../../src/model/emitted-object';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { newTopology } from '../support/declare';

test('tells the graphs, the objects, and those of one kind', () => {
  const graph = newTopology().read();
  const secret = EmittedObject._of({ group: '', kind: 'Secret', namespace: 'shop', name: 'a' }, 'chart/a', true, { toJson: () => ({}) });
  const context = AppContext._of([graph], new EmittedObjects([secret]));
  expect([context.graphs, context.objects]).toEqual([[graph], [secret]]);
  expect(['Secret', 'Service'].map(kind => context.objectsOf('', kind))).toEqual([[secret], []]);
});
