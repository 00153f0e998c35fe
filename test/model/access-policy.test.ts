import { AccessAction, AccessPolicy, AuditPolicyProps, CustomPolicyProps, DenyPolicyProps } from '../../src';
import { expectRefusal } from '../support/declare';

const rules = [{ methods: ['DELETE'] }];
const denied: Required<DenyPolicyProps> = { rules, dryRun: true };
const audited: Required<AuditPolicyProps> = { rules };
const custom: Required<CustomPolicyProps> = { rules, provider: 'opa' };

test('denies, audits or asks, and takes no change', () => {
  expect(AccessPolicy.deny('no-deletes', denied)).toMatchObject({ name: 'no-deletes', action: AccessAction.DENY, rules, dryRun: true, provider: undefined });
  expect(AccessPolicy.deny('no-deletes', { rules }).dryRun).toBe(false);
  expect(AccessPolicy.audit('deletes', audited)).toMatchObject({ name: 'deletes', action: AccessAction.AUDIT, rules, dryRun: false });
  const asking = AccessPolicy.custom('opa', custom);
  expect(asking).toMatchObject({ name: 'opa', action: AccessAction.CUSTOM, ...custom });
  expect(() => Object.assign(asking, { provider: 'a' })).toThrow(TypeError);
});

test.each<[string, () => unknown, string, string]>([
  ['BST801', () => AccessPolicy.deny('No', { rules }), 'AccessPolicy.deny', 'a DNS label'], ['BST542', () => AccessPolicy.deny('a', { rules: [] }), 'AccessPolicy.deny', 'no rules are given'],
  ['BST542', () => AccessPolicy.audit('a', { rules: [] }), 'AccessPolicy.audit', 'no rules are given'], ['BST542', () => AccessPolicy.deny('a', { rules: [{}] }), 'AccessPolicy.deny', 'says nothing'],
  ['BST801', () => AccessPolicy.custom('a', { rules, provider: 'Opa' }), 'AccessPolicy.custom', 'an external authorizer'],
  ['BST542', () => AccessPolicy.custom('a', { rules: [{ when: [{ key: 'source.namespace', values: ['a'] }] }], provider: 'opa' }), 'AccessPolicy.custom', 'source.namespace'],
])('%s: refuses what is no policy: %#', (code, wrong, path, words) => expectRefusal(wrong, code, path, words));
