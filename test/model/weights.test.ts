import { assertWeights } from '../../src/model/weights';
import { expectRefusal } from '../support/declare';

test('whole numbers from 0 that add up to 100', () => expect(assertWeights({ v1: 100, v2: 0 }, 'here')).toEqual({ v1: 100, v2: 0 }));

test.each([[{ v1: 99 }], [{ v1: 110, v2: -10 }], [{ v1: 50.5, v2: 49.5 }], [{}]])('BST008: refuses %j', weights =>
  expectRefusal(() => assertWeights(weights, 'here', 'connections'), 'BST008', 'here', 'give every version its percentage of the connections'));
