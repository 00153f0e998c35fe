import { RELEASES, UpstreamSchemas } from '../support/crd-schemas';
import { yaml } from '../support/emitted';
import { Declaration } from '../support/topology';
import { consumersOf, databaseOf, objectsOf } from './declared-database';

test('a database that is declared is made with the role that owns it, and its content outlives the object', () => {
  const declared = new Declaration();
  consumersOf(declared, databaseOf(declared, { declareDatabase: true, readOnlyInRoles: ['readers'] }));
  const made = objectsOf(declared, 'Database');
  expect(yaml(made)).toMatchSnapshot();
  expect(new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('CloudNativePG'))).judge(made[0]).map(({ problems }) => problems)).toEqual([[]]);
});

test('one that nobody uses is made too', () => {
  const declared = new Declaration();
  databaseOf(declared, { declareDatabase: true });
  expect(objectsOf(declared).map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual(['DatabaseRole db.pg', 'Database db.pg']);
});
