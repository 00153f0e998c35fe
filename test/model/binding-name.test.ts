import * as fc from 'fast-check';
import { assertBindingName, variablePrefix } from '../../src/model/binding-name';
import { accepts, expectRefusal, hostileText } from '../support/declare';

const C_IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

test.each(['db', 'orders-db', 'a1', 'a'.repeat(55)])('accepts %s', name => expect(assertBindingName(name, 'p')).toBe(name));

test.each(['Db', '1db', '-db', 'db-', 'orders.db', 'orders_db', '../etc', 'a'.repeat(56), '', null as never])('BST801: refuses %p', name =>
  expectRefusal(() => assertBindingName(name, 'shop/orders'), 'BST801', 'shop/orders', `"${name}"`, 'at most 55 characters', 'bindingName'));

test.each([['orders-db', 'URL', 'ORDERS_DB_URL'], ['kafka', 'SASL_MECHANISM', 'KAFKA_SASL_MECHANISM'], ['a-b-c', 'X', 'A_B_C_X']])(
  '%s and %s make %s', (binding, variable, name) => expect(variablePrefix(binding) + variable).toBe(name));

test('every accepted name makes a C identifier, a volume name and one path segment', () => {
  const near = fc.string({ unit: fc.constantFrom(...'az09-._/A'), maxLength: 60 });
  fc.assert(fc.property(fc.oneof(hostileText, near), name => {
    if (!accepts(() => assertBindingName(name, 'p'))) return;
    expect(`${variablePrefix(name)}URL`).toMatch(C_IDENTIFIER);
    expect(`binding-${name}`).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
  }), { numRuns: 1000 });
});
