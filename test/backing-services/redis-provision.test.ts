import { Locator, Provision } from '../../src';
import { formOf, redisProvision, SINGLE } from '../../src/backing-services/redis-provision';
import { expectRefusal } from '../support/declare';

const locator = Locator.external({ addresses: [{ host: 'a.example', port: 1 }] });

test('a provision of somebody else is of one server', () => expect(formOf(new Provision({ locator }))).toBe(SINGLE));

test('a form is kept beside what a provider gives', () => {
  const form = { isCluster: true, entersWith: [['password']] };
  const provision = redisProvision(locator, { database: 7 }, 'p', form);
  expect([formOf(provision), provision.database, provision.locator]).toEqual([form, '7', locator]);
});

test('BST010: a database is a number', () => expectRefusal(() => redisProvision(locator, { database: 0.5 }, 'p'), 'BST010', 'p', '0..1000000'));
