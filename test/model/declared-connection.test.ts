import { CallOptions, DataAccess, InteractionModel, UseOptions } from '../../src';
import { assertConnects, assertSameTopology, callOf, useOf } from '../../src/model/declared-connection';
import { expectRefusal, newHttpService, newTcpService, newTopology } from '../support/declare';
import { ms } from '../support/topology';

const shop = newTopology();
const users = newHttpService(shop, 'users');
const ldap = newTcpService(shop, 'ldap');

test('a call and a use say what was said, with a list of containers of their own', () => {
  const containers = ['app'];
  const call: CallOptions = { timeout: ms(1), containers };
  const use: UseOptions = { access: DataAccess.READ_ONLY };
  expect(callOf(users, call, 'p')).toEqual({ ...call, verb: 'calls', service: users });
  expect(useOf(ldap, use, 'p')).toEqual({ ...use, verb: 'uses', service: ldap });
  expect(callOf(users, call, 'p').containers).not.toBe(containers);
});

test.each<[string, () => unknown]>([
  ['BST618', () => useOf(users, {}, 'p')], ['BST615', () => callOf(ldap, { timeout: ms(1) }, 'p')], ['BST009', () => callOf(users, { timeout: ms(0) }, 'p')],
  ['BST624', () => callOf(users, { timeout: ms(1), interaction: InteractionModel.STREAM }, 'p')], ['BST701', () => callOf(users, { operations: ['none'] }, 'p')], ['BST009', () => assertConnects(callOf(users, { connectTimeout: ms(0) }, 'p'), 'p')],
  ['BST801', () => assertConnects(callOf(users, { bindingName: 'A b' }, 'p'), 'p')],
])('%s: refuses what cannot be', (code, declare) => expect(declare).toThrow(new RegExp(`^${code} p: `)));

test('BST003: refuses a service of another topology', () => {
  const other = newTopology('other', 'other');
  expect(() => assertSameTopology(users, users, { path: 'a', topology: shop }, 'p')).not.toThrow();
  expectRefusal(() => assertSameTopology(users, users, { path: 'a', topology: other }, 'p'), 'BST003', 'p', '"chart/shop/users" belongs to another topology than "a"', 'FOREIGN');
});
