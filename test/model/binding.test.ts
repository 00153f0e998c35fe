import { DataAccess, Topic, Workload } from '../../src';
import { AnyService, newKafka, newTopology, newWorkload, readable } from '../support/declare';

function declared(declare: (orders: Workload, db: AnyService, topics: Topic[]) => void) {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const db = new AnyService(shop, 'db', AnyService.traits());
  const kafka = newKafka(shop);
  declare(orders, db, ['a', 'b', 'c'].map(id => kafka.topic(id)));
  const [binding] = shop.read().bindingsOf(orders);
  return { binding, orders, db };
}

test('a binding is named for the service and found in a folder of that name', () => {
  const { binding, orders, db } = declared((workload, service) => workload.uses(service));
  expect([binding.name, binding.folder, binding.consumer, binding.service]).toEqual(['db', '/bindings/db', orders, db]);
});

test('a name that any of its dependencies gives holds for all', () => {
  const { binding } = declared((orders, _, [a, b]) => {
    orders.publishes(a);
    orders.consumes(b, { bindingName: 'events' });
  });
  expect([binding.name, binding.dependencies.length]).toEqual(['events', 2]);
  expect(binding.entries.map(entry => binding.variableOf(entry))).toContain('EVENTS_BROKERS');
});

test.each([
  [DataAccess.READ_ONLY, 'a use that only reads', (orders: Workload, db: AnyService) => orders.uses(db, { access: DataAccess.READ_ONLY })],
  [DataAccess.READ_WRITE, 'a use that writes', (orders: Workload, db: AnyService) => orders.uses(db, { access: DataAccess.READ_WRITE })],
  [DataAccess.READ_WRITE, 'a use that says nothing', (orders: Workload, db: AnyService) => orders.uses(db)],
  [DataAccess.READ_WRITE, 'a call', (orders: Workload, db: AnyService) => orders.calls(db)],
  [DataAccess.READ_WRITE, 'a call beside a use that only reads', (orders: Workload, db: AnyService) => {
    orders.uses(db, { access: DataAccess.READ_ONLY });
    orders.calls(db);
  }],
])('access is %s for %s', (access, _, declare) => {
  expect(declared(declare).binding.access).toBe(access);
});

test('groups are those of all topics read, each once, sorted', () => {
  const { binding } = declared((orders, _, [a, b, c]) => {
    orders.consumes(a, { group: 'z' });
    orders.consumes(b, { group: 'a' });
    orders.consumes(c, { group: 'z' });
    orders.publishes(a);
  });
  expect(binding.groups).toEqual(['a', 'z']);
});

test('the service is asked for consumer, folder, access and groups', () => {
  const { binding } = declared((orders, db) => orders.uses(db, { access: DataAccess.READ_ONLY, bindingName: 'store' }));
  expect(readable(binding.entries)).toEqual({ GROUPS: 'read-only /bindings/store ' });
});

test('an entry without a variable has none', () => {
  const { binding } = declared((orders, db) => orders.uses(db));
  expect([binding.variableOf({ ...binding.entries[0], variable: undefined }), binding.variableOf(binding.entries[0])]).toEqual([undefined, 'DB_GROUPS']);
});
