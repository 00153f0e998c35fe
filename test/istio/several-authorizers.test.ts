import { AccessPolicy } from '../../src';
import { MeshDeclaration } from '../support/mesh';

/** What BST643 finds of `users`, whose requests these decide. */
function found(...providers: string[]): string[] {
  const declared = new MeshDeclaration();
  const [users, others] = declared.workloads('users', 'others');
  for (const [nth, provider] of providers.entries()) users.enforces(AccessPolicy.custom(`ask-${nth}`, { provider, rules: [{ methods: ['PUT'], ports: [8080] }] }));
  others.enforces(AccessPolicy.custom('ask', { provider: 'elsewhere', rules: [{ ports: [8080] }] }));
  declared.read();
  return declared.found('BST643');
}

test('finds a workload whose requests two external authorizers decide', () =>
  expect(found('quota', 'opa', 'quota')).toEqual([
    'error users: its requests are decided by external authorizers "opa", "quota", and Istio denies them where there are two; let its policies name one provider, '
    + 'or acknowledge this where the control plane has PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS',
  ]));

test('accepts one, whatever others are asked for other workloads', () => expect(found('opa', 'opa')).toEqual([]));
