import { DependencyPolicy } from '../../src';
import { ENFORCED } from '../../src/secrets/enforced-fields';

/** Typed: a new field of a dependency has to be decided here too. */
const EXPECTED: Record<keyof Required<DependencyPolicy>, boolean> = {
  timeout: false, connectTimeout: false, retry: false, circuitBreaker: false, connectionPool: false, operations: false,
  access: true, group: true, criticality: false, bindingName: true,
};

test('bindings enforce access, group and name, and claim nothing else', () =>
  expect(ENFORCED).toEqual(Object.entries(EXPECTED).filter(([, enforced]) => enforced).map(([field]) => field)));
