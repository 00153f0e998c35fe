import { databaseObjectName, databaseRoleName, databaseRoleObjectName } from '../../src/private/database-role-name';

const longest = (letter: string) => letter.repeat(63);

test('a role is named for the namespace, the workload and the service', () => {
  expect(databaseRoleName({ namespace: 'shop', name: 'orders' }, 'orders-db')).toBe('shop.orders.orders-db');
});

test('what is too long for PostgreSQL ends in a hash of the whole, so that two names stay two', () => {
  const [one, other] = ['b', 'c'].map(last => databaseRoleName({ namespace: longest('n'), name: longest('w') }, `${'s'.repeat(62)}${last}`));
  expect([one.length, other.length]).toEqual([63, 63]);
  expect(one).not.toBe(other);
});

test('the objects of the longest names have names that Kubernetes takes', () => {
  const cluster = 'c'.repeat(50);
  expect(databaseRoleObjectName({ namespace: longest('n'), name: longest('w') }, longest('s'), cluster).length).toBeLessThanOrEqual(253);
  expect(databaseObjectName(longest('s'), cluster)).toBe(`${longest('s')}.${cluster}`);
});
