import { DependencyPolicy } from '../../src';
import { EnforcementAnswer, EnforcementVerdict } from '../../src/model/enforcement';
import { BindingEnforcement } from '../../src/secrets/binding-enforcement';
import { Declaration } from '../support/topology';

/** Typed: a new field of a dependency has to be decided here too. */
const EXPECTED: Record<keyof Required<DependencyPolicy>, boolean> = {
  timeout: false, connectTimeout: false, interaction: false, retry: false, circuitBreaker: false, connectionPool: false, operations: false,
  access: true, clientConnections: false, consumerGroup: true, transactionalIdPrefix: true, criticality: false,
  bindingName: true, envNames: true, delivery: true, containers: true,
};

test.each(Object.entries(EXPECTED))('bindings carry %s of a dependency: %p', (field, carried) => {
  const declared = new Declaration();
  const call = declared.workload('web').calls(declared.external('orders'));
  expect(new BindingEnforcement().field(call, field).verdict).toBe(carried ? EnforcementVerdict.CARRIED : EnforcementVerdict.NOT_MINE);
});

test('bindings carry what a server is told', () =>
  expect(new BindingEnforcement().serverEnvNames(new Declaration().external('orders'))).toBe(EnforcementAnswer.CARRIED));
