import { App, Chart } from 'cdk8s';
import {
  Binding, BindingDelivery, BindingEntry, BindingRequest, BindingValue, DataAccess, EnvNames, KafkaTopic, Login, Provision, Topology, UseOptions,
  Workload,
} from '../../src';
import { AnyService, expectRefusal, newKafka, newTopology, newWorkload, readable, textOf, variablesOf, vault } from '../support/declare';

/** A kind that tells two files, of which its own convention names one. */
class WithFiles extends AnyService {
  public override bind(request: BindingRequest): BindingEntry[] {
    return [
      ...super.bind(request),
      BindingEntry.of('ca', BindingValue.literal('-----'), { file: 'ca.crt', fileVariable: 'CA_FILE' }),
      BindingEntry.text('note', 'hello', { file: 'a.txt' }),
    ];
  }
}

const filesOf = (binding: Binding) => binding.files.map(({ file }) => file);

function declared(declare: (orders: Workload, db: AnyService, topics: KafkaTopic[]) => void) {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const db = new AnyService(shop, 'db', AnyService.traits());
  const kafka = newKafka(shop);
  declare(orders, db, ['a', 'b', 'c'].map(id => kafka.topic(id)));
  const [binding] = shop.read().bindingsOf(orders);
  return { binding, orders, db };
}

test('a binding is named for the service', () => {
  const { binding, orders, db } = declared((workload, service) => workload.uses(service));
  expect([binding.name, binding.bindingType, binding.path]).toEqual(['db', 'any', 'chart/shop/workloads/orders uses db']);
  expect(binding.consumer).toBe(orders);
  expect(binding.service).toBe(db);
});

test('a name that any of its dependencies gives holds for all', () => {
  const { binding } = declared((orders, _, [a, b]) => {
    orders.publishes(a);
    orders.consumes(b, { bindingName: 'events' });
  });
  expect([binding.name, binding.dependencies.length]).toEqual(['events', 2]);
  expect(variablesOf(binding)).toContain('EVENTS_BROKERS');
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
    orders.consumes(a, { consumerGroup: 'z' });
    orders.consumes(b, { consumerGroup: 'a' });
    orders.consumes(c, { consumerGroup: 'z' });
    orders.publishes(a);
  });
  expect(binding.consumerGroups).toEqual(['a', 'z']);
});

test('the service is asked once, for consumer, access and groups', () => {
  const { binding } = declared((orders, db) => orders.uses(db, { access: DataAccess.READ_ONLY }));
  expect(readable(binding.entries)).toEqual({ GROUPS: 'read-only ' });
  expect(binding.entries).toBe(binding.entries);
});

test('BST019: refuses a service that tells two things in one role', () => {
  class Twice extends AnyService {
    public override bind(request: BindingRequest): BindingEntry[] {
      return [...super.bind(request), ...super.bind(request)];
    }
  }
  const { binding } = declared((orders, db) => orders.uses(new Twice(db.topology, 'twice', AnyService.traits())));
  expectRefusal(() => binding.entries, 'BST019', 'chart/shop/workloads/orders uses twice', 'two entries', 'the role "groups"');
});

describe('what reaches the consumer', () => {
  const asked = (options: UseOptions) => declared((orders, db) => orders.uses(new WithFiles(db.topology, 'store', AnyService.traits()), options)).binding;

  test('is, if nothing is said, the variables that the kind names, and the files that a variable names', () => {
    const binding = asked({});
    expect(binding.variables.map(({ name, value, entry }) => `${name} ${textOf(value)} ${entry?.role}`)).toEqual([
      'STORE_GROUPS read-write  groups', 'STORE_CA_FILE /bindings/b/ca.crt undefined']);
    expect([binding.delivery, binding.envNames, binding.containers, filesOf(binding)]).toEqual([BindingDelivery.VARIABLES, EnvNames.DEFAULT, undefined, ['ca.crt']]);
  });

  test('is every file, sorted, where files are asked for, and then no variable', () => {
    const binding = asked({ delivery: BindingDelivery.FILES });
    expect([binding.variables, filesOf(binding)]).toEqual([[], ['a.txt', 'ca.crt']]);
  });

  test('is both where both are asked for', () => {
    const binding = asked({ delivery: BindingDelivery.VARIABLES_AND_FILES });
    expect([variablesOf(binding), filesOf(binding)]).toEqual([['STORE_CA_FILE', 'STORE_GROUPS'], ['a.txt', 'ca.crt']]);
  });

  test('are variables by a map, and the files that these name', () => {
    const binding = asked({ envNames: EnvNames.map({ WHO: '<{groups:none}>', NOTE: '{note}' }), containers: ['main'] });
    expect(binding.variables.map(({ name, value, entry }) => `${name} ${textOf(value)} ${entry?.role}`)).toEqual(['NOTE hello note', 'WHO <read-write > undefined']);
    expect([filesOf(binding), binding.containers]).toEqual([[], ['main']]);
  });

  test('BST018: refuses a map over a role that the binding lacks', () =>
    expectRefusal(() => asked({ envNames: EnvNames.map({ WHO: '{host}' }) }).variables, 'BST018', 'chart/shop/workloads/orders uses store', 'no role "host"', 'it has "groups"'));
});

test('BST018: refuses a convention that answers a variable which no container can be given', () => {
  class Careless extends EnvNames {
    public variablesOf(): Record<string, string> {
      return { PATH: '{groups}' };
    }
  }
  const { binding } = declared((orders, db) => orders.uses(db, { envNames: new Careless() }));
  expectRefusal(() => binding.variables, 'BST018', 'chart/shop/workloads/orders uses db', '"PATH" changes how programs run');
});

test('BST018: of a variable that is named after the binding, tells what names that: a dependency that gives a name, and the service', () => {
  const refused = (declare: Parameters<typeof declared>[0]) => () => declared(declare).binding.variables;
  const FIX = 'give this dependency another bindingName, or envNames';
  expectRefusal(refused((orders, db) => orders.uses(db, { bindingName: 'ld' })), 'BST018', 'chart/shop/workloads/orders uses db',
    'dynamic loader, and is named after the binding "ld" to chart/shop/db; ', FIX);
  expectRefusal(refused((orders, _, [a, b]) => {
    orders.consumes(a);
    orders.publishes(b, { bindingName: 'ld' });
  }), 'BST018', 'chart/shop/workloads/orders publishes kafka/b', '"ld" to chart/shop/kafka; ', FIX);
});

test('what a dependency says goes before what its workload says, and that before the topology', () => {
  const shop = new Topology(new Chart(new App(), 'chart'), 'shop', { namespace: 'shop', delivery: BindingDelivery.FILES, envNames: EnvNames.map({ A: 'a' }) });
  const [quiet, loud] = [newWorkload(shop, 'quiet'), newWorkload(shop, 'loud', { delivery: BindingDelivery.VARIABLES, envNames: EnvNames.DEFAULT, boundContainers: ['main'] })];
  const [db, other] = ['db', 'other'].map(id => new AnyService(shop, id, AnyService.traits()));
  quiet.uses(db);
  loud.uses(db);
  loud.uses(other, { delivery: BindingDelivery.VARIABLES_AND_FILES, containers: ['side'] });
  const graph = shop.read();
  const bindings = [...graph.bindingsOf(quiet), ...graph.bindingsOf(loud)];
  expect(bindings.map(({ delivery, envNames, containers }) => [delivery.name, envNames === EnvNames.DEFAULT, containers])).toEqual([
    ['files', false, undefined], ['variables', true, ['main']], ['variables and files', true, ['side']]]);
});

test('BST029: refuses a binding of no dependency', () => {
  expectRefusal(() => new Binding([]), 'BST029', 'new Binding()', 'binds nothing');
});

test('a convention is asked once for a binding, and its answer is sorted', () => {
  let asked = 0;
  class Counted extends EnvNames {
    public variablesOf(): Record<string, string> {
      asked += 1;
      return { B: '{groups}', A: '{groups:none}!' };
    }
  }
  const { binding } = declared((orders, db) => orders.uses(db, { envNames: new Counted() }));
  expect([binding.variables, binding.variables].map(each => each.map(({ name }) => name))).toEqual([['A', 'B'], ['A', 'B']]);
  expect([binding.files.length, asked]).toEqual([0, 1]);
});

test('takes no change of its lists, which every output reads', () => {
  const { binding } = declared((orders, db) => orders.uses(db));
  const lists = [binding.dependencies, binding.entries, binding.variables];
  expect(lists.map(list => list.length > 0)).toEqual([true, true, true]);
  for (const list of lists) expect(() => list.pop()).toThrow(TypeError);
});

test('is told what its service answered, whatever the kind does with its list later', () => {
  const kept: BindingEntry[] = [];
  class Keeping extends AnyService {
    public override bind(request: BindingRequest): BindingEntry[] {
      kept.push(...super.bind(request));
      return kept;
    }
  }
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  orders.uses(new Keeping(shop, 'db', AnyService.traits()));
  const [binding] = shop.read().bindingsOf(orders);
  expect(binding.entries).toHaveLength(1);
  kept.pop();
  expect(binding.entries).toHaveLength(1);
});

test('BST019: refuses a kind that does not tell the credential which its login gives', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const { provision, ...traits } = AnyService.traits();
  orders.uses(new AnyService(shop, 'db', { ...traits, provision: new Provision({ ...provision, login: Login.shared(vault.secret('db')) }) }));
  expectRefusal(() => shop.read().bindingsOf(orders)[0].entries, 'BST019', 'chart/shop/workloads/orders uses db', 'a credential of "password", "username"', 'no entry of the binding');
});
