import { AccessAction, AccessRule, Workload } from '../../src';
import { heldRule, isAboutPeers, isAboutRequests } from '../../src/model/held-access-rule';
import { expectRefusal } from '../support/declare';
import { Declaration } from '../support/topology';

const web: Workload = new Declaration().workload('web');
const EVERY: Required<AccessRule> = {
  callers: [web], notCallers: [web], serviceAccounts: ['a/b', 'a/c'], notServiceAccounts: ['a/d'], namespaces: ['a', 'b'], notNamespaces: ['c'],
  ipBlocks: ['10.0.0.0/8'], notIpBlocks: ['10.1.0.0/16'], remoteIpBlocks: ['203.0.113.0/24'], notRemoteIpBlocks: ['203.0.113.8/32'],
  requestPrincipals: ['https://issuer.example.com/*'], notRequestPrincipals: ['*'], hosts: ['*.example.com'], notHosts: ['a.example.com'], methods: ['GET', 'POST'], notMethods: ['PUT'],
  paths: ['/a', '/b/*'], notPaths: ['/c/{*}'], ports: [80, 8080], notPorts: [9090], when: [{ key: 'request.headers[x-user]', values: ['a'] }],
};
const deny = (rule: AccessRule) => heldRule(rule, AccessAction.DENY, 'a');

test('is kept with all that it says, lists sorted and each text once, unchangeable', () => {
  const held = deny({ ...EVERY, methods: ['POST', 'GET', 'POST'], ports: [8080, 80, 80], serviceAccounts: ['a/c', 'a/b'] });
  expect({ ...held }).toEqual(EVERY);
  expect(() => Object.assign(held, { ports: [1] })).toThrow(TypeError);
});

test('of what is not said nothing is kept', () => expect(Object.keys(deny({ methods: ['GET'] }))).toEqual(['methods']));

test.each(Object.keys(EVERY) as (keyof AccessRule)[])('BST542: an empty list of %s would be any', member =>
  expectRefusal(() => deny({ [member]: [] }), 'BST542', 'a', `no ${member} are given`));

test('BST542: a rule that denies says something; an auditing one may be about everything', () => {
  expectRefusal(() => deny({}), 'BST542', 'a', 'would deny everything to everybody');
  expect({ ...heldRule({}, AccessAction.AUDIT, 'a') }).toEqual({});
});

test.each<[string, AccessRule, string]>([
  ['BST801', { namespaces: ['a*'] }, 'a DNS label'], ['BST801', { serviceAccounts: ['a'] }, 'allowed is namespace/name'], ['BST801', { serviceAccounts: ['a/b/c'] }, 'namespace/name'],
  ['BST801', { methods: ['get'] }, 'an HTTP method'], ['BST801', { notPaths: ['a'] }, 'does not begin'], ['BST801', { hosts: ['http://a'] }, 'a host of requests'],
  ['BST801', { requestPrincipals: ['a*b'] }, 'who a token is of'], ['BST026', { ipBlocks: ['10.1.2.3'] }, 'no address range'], ['BST007', { ports: [0] }, '1..65535'],
])('%s: refuses %j', (code, rule, words) => expectRefusal(() => deny(rule), code, 'a', words));

test.each<[AccessRule, string]>([
  [{ namespaces: ['a'] }, 'namespaces'], [{ callers: [web] }, 'callers'], [{ notRequestPrincipals: ['*'] }, 'notRequestPrincipals'], [{ when: [{ key: 'source.principal', values: ['*'] }] }, 'source.principal'],
])('BST542: who asks an external authorizer tells it no identity: %#', (rule, words) =>
  expectRefusal(() => heldRule(rule, AccessAction.CUSTOM, 'a'), 'BST542', 'a', words, 'let the authorizer judge'));

test('tells whether it is about what only requests tell', () => {
  const of = (...members: (keyof AccessRule)[]) => members.map(member => isAboutRequests({ [member]: EVERY[member] }));
  expect(of('requestPrincipals', 'notRequestPrincipals', 'hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths', 'when')).toEqual(Array(9).fill(true));
  expect(of('callers', 'namespaces', 'ipBlocks', 'remoteIpBlocks', 'ports', 'notPorts')).toEqual(Array(6).fill(false));
  expect(isAboutRequests({ when: [{ key: 'source.ip', values: ['10.0.0.0/8'] }] })).toBe(false);
});

test.each<[boolean, AccessRule]>([
  [true, { callers: [] }], [true, { notServiceAccounts: ['a/b'] }], [true, { namespaces: ['a'] }], [true, { when: [{ key: 'source.namespace', values: ['a'] }] }],
  [false, { ipBlocks: ['203.0.113.0/24'], methods: ['GET'], requestPrincipals: ['*'] }], [false, { when: [{ key: 'source.ip', values: ['203.0.113.0/24'] }] }], [false, {}],
])('whether a rule is about who comes, as mutual TLS tells it: %p of %j', (expected, rule) => expect(isAboutPeers(rule)).toBe(expected));
