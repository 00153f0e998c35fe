import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { frozenList } from '../private/frozen-copy';
import { assertNoCredential } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, byCodePoint, NameRule, Names } from '../private/names';
import { alternatives, assertHostPatterns, assertMethodNames, assertPathPatterns } from '../private/request-patterns';
import { quote, TopologyError } from '../private/topology-error';
import { assertCondition, isOfIdentity, isOfRequest } from './access-condition';
import { AccessAction, AccessCondition, AccessRule } from './access-policy-props';

/** `issuer/subject`, an issuer being any text that tokens name. Source: https://www.rfc-editor.org/rfc/rfc7519#section-4.1.1 */
const REQUEST_PRINCIPAL: NameRule = {
  what: 'who a token is of', pattern: /^\*$|^\*?[\x21-\x29\x2b-\x7e]+\*?$/, longest: 2048, allowed: 'issuer/subject, without blanks, with "*" at the beginning or the end only',
};

/** Members that only a request has. */
const OF_REQUESTS = ['requestPrincipals', 'notRequestPrincipals', 'hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'] as const satisfies (keyof AccessRule)[];
/** Members that are looked at after an external authorizer was asked. Source: istio, pkg/config/validation (CUSTOM) */
const OF_IDENTITIES = ['callers', 'notCallers', 'serviceAccounts', 'notServiceAccounts', 'namespaces', 'notNamespaces', 'requestPrincipals',
  'notRequestPrincipals'] as const satisfies (keyof AccessRule)[];

/** Whether a rule is about what only requests tell. */
export function isAboutRequests(rule: AccessRule): boolean {
  return OF_REQUESTS.some(member => rule[member] !== undefined) || (rule.when ?? []).some(({ key }) => isOfRequest(key));
}

/** Members that only mutual TLS tells. */
const OF_PEERS = ['callers', 'notCallers', 'serviceAccounts', 'notServiceAccounts', 'namespaces', 'notNamespaces'] as const satisfies (keyof AccessRule)[];

/** Whether a rule is about who comes, as mutual TLS tells it. */
export function isAboutPeers(rule: AccessRule): boolean {
  return OF_PEERS.some(member => rule[member] !== undefined) || (rule.when ?? []).some(({ key }) => key === 'source.namespace' || key === 'source.principal');
}

/**
 * A rule as it is kept, every list sorted and each text once. Throws BST542 if a list is empty, a rule that denies says nothing, or one for an external authorizer tells
 * identities; BST801, BST026 and BST007 for what can be no name, address range or port.
 */
export function heldRule(rule: AccessRule, action: AccessAction, path: string): AccessRule {
  const held = withoutNothing(copied(rule, path));
  if (action === AccessAction.DENY && Object.keys(held).length === 0) throw aboutEverything(path);
  if (action === AccessAction.CUSTOM) assertNoIdentity(held, path);
  lockMembers(held);
  return held;
}

function copied(rule: AccessRule, path: string): AccessRule {
  const named = (what: keyof AccessRule, assert: (text: string) => void) => alternatives(what, rule[what] as string[] | undefined, path, assert);
  const labels = (what: keyof AccessRule) => named(what, text => { assertName(Names.LABEL, text, path); });
  const accounts = (what: keyof AccessRule) => named(what, text => { assertAccount(text, path); });
  const principals = (what: keyof AccessRule) => named(what, text => { assertName(REQUEST_PRINCIPAL, assertNoCredential(text, path), path); });
  return {
    callers: someOf('callers', rule.callers, path), notCallers: someOf('notCallers', rule.notCallers, path),
    serviceAccounts: accounts('serviceAccounts'), notServiceAccounts: accounts('notServiceAccounts'),
    namespaces: labels('namespaces'), notNamespaces: labels('notNamespaces'),
    ipBlocks: ranges('ipBlocks', rule, path), notIpBlocks: ranges('notIpBlocks', rule, path),
    remoteIpBlocks: ranges('remoteIpBlocks', rule, path), notRemoteIpBlocks: ranges('notRemoteIpBlocks', rule, path),
    requestPrincipals: principals('requestPrincipals'), notRequestPrincipals: principals('notRequestPrincipals'),
    hosts: assertHostPatterns(rule.hosts, path), notHosts: assertHostPatterns(rule.notHosts, path, 'notHosts'),
    methods: assertMethodNames(rule.methods, path), notMethods: assertMethodNames(rule.notMethods, path, 'notMethods'),
    paths: assertPathPatterns(rule.paths, path), notPaths: assertPathPatterns(rule.notPaths, path, 'notPaths'),
    ports: ports('ports', rule, path), notPorts: ports('notPorts', rule, path),
    when: someOf('when', rule.when?.map((condition): AccessCondition => assertCondition(condition, path)), path),
  };
}

function ranges(what: 'ipBlocks' | 'notIpBlocks' | 'remoteIpBlocks' | 'notRemoteIpBlocks', rule: AccessRule, path: string): string[] | undefined {
  assertCidrs(rule[what], path, 'that are meant');
  return alternatives(what, rule[what], path, () => undefined);
}

function ports(what: 'ports' | 'notPorts', rule: AccessRule, path: string): number[] | undefined {
  const given = someOf(what, rule[what], path);
  return given && frozenList([...new Set(given.map(port => assertPort(port, path)))].sort((a, b) => a - b));
}

/** Throws BST542 for an empty list. */
function someOf<T>(what: string, given: readonly T[] | undefined, path: string): T[] | undefined {
  if (given?.length === 0) alternatives(what, [], path, () => undefined);
  return given && frozenList(given);
}

function assertAccount(text: string, path: string): void {
  const [namespace, name, ...rest] = text.split('/');
  if (rest.length > 0 || name === undefined) throw noAccount(text, path);
  assertName(Names.LABEL, namespace, path);
  assertName(Names.SUBDOMAIN, name, path);
}

function assertNoIdentity(rule: AccessRule, path: string): void {
  const told = [...OF_IDENTITIES.filter(member => rule[member] !== undefined), ...(rule.when ?? []).map(({ key }) => key).filter(isOfIdentity)];
  if (told.length === 0) return;
  throw new TopologyError({
    code: 'BST542',
    path,
    problem: `a rule for an external authorizer tells ${told.sort(byCodePoint).join(', ')}: it is asked before identities and tokens are looked at, and a mesh refuses the policy`,
    fix: 'tell addresses, hosts, methods, paths, ports and headers there, and let the authorizer judge who it is',
  });
}

function withoutNothing(rule: AccessRule): AccessRule {
  return Object.fromEntries(Object.entries(rule).filter(([, said]) => said !== undefined));
}

function aboutEverything(path: string): TopologyError {
  return new TopologyError({
    code: 'BST542',
    path,
    problem: 'a rule that denies says nothing, and would deny everything to everybody',
    fix: 'say what is denied; to let in nobody, declare no calls and admit nobody',
  });
}

function noAccount(text: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST801', path, problem: `${quote(text)} cannot be a ServiceAccount: allowed is namespace/name`, fix: 'write it as namespace/name',
  });
}
