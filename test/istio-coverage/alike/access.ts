import { Difference } from '../coverage-row';
import { AccessRule } from '../meaning/meaning';
import { textOf } from '../meaning/text';

/** The port is named. */
export const ONE_PORT: Difference = {
  name: 'the port is named',
  why: 'Our rules name the port of the service. Nothing else answers in these pods.',
  alike: ofOperations('ports'),
};

/** Operations of a contract instead of methods of any path. */
export const OPERATIONS: Difference = {
  name: 'operations for methods',
  why: 'Our rules name the operations of the service\'s contract that have the method. A request of that method which is no operation is answered with 404 by the service there, and '
    + 'with 403 by the sidecar here.',
  alike: ofOperations('paths'),
};

/** A rule for each port. */
export const RULE_PER_PORT: Difference = {
  name: 'a rule for each port',
  why: 'Each port is admitted by itself. Of rules, one is enough, as it is of ports in one.',
  alike: ofRules(rule => rule.to?.flatMap(({ ports = [], ...operation }) => (
    ports.map(port => ({ ...rule, to: [{ ...operation, ports: [port] }] })))) ?? [rule]),
};

/** Tokens of the issuer that is verified there. */
export const ANY_TOKEN: Difference = {
  name: 'the issuer is named',
  why: 'Our rule names the issuer whose tokens are demanded. Tokens of no other are verified there, so that any token is of this one.',
  alike: ofRules(rule => [{ ...rule, from: rule.from?.map(({ notRequestPrincipals, ...source }) => (
    { ...source, ...notRequestPrincipals && { notRequestPrincipals: notRequestPrincipals.map(name => name.endsWith('/*') ? '*' : name) } })) }]),
};

/** Who is not let in is denied. */
export const DENIAL_OF_OTHERS: Difference = {
  name: 'all others are denied',
  why: 'What lets in some turns away all others, as a denial of all others does. No other policy lets in somebody there.',
  alike: meanings => meanings.map(meaning => {
    const [{ from: [source] = [{}], ...more } = {}, ...others] = meaning.kind === 'AuthorizationPolicy' ? meaning.rules ?? [] : [];
    if (meaning.kind !== 'AuthorizationPolicy' || meaning.action !== 'ALLOW' || others.length > 0 || more.to !== undefined || Object.keys(source).length !== 1) return meaning;
    const [[member, values]] = Object.entries(source);
    return { ...meaning, action: 'DENY', rules: [{ from: [{ [`not${member[0].toUpperCase()}${member.slice(1)}`]: values }] }] };
  }),
};

/** Other rules for each rule of a policy. */
function ofRules(change: (rule: AccessRule) => AccessRule[]): Difference['alike'] {
  return meanings => meanings.map(meaning => meaning.kind === 'AuthorizationPolicy' ? { ...meaning, rules: meaning.rules?.flatMap(change) } : meaning);
}

/** Without a member of operations; what is equal then stands once, and an operation that says nothing more means any. */
function ofOperations(member: string): Difference['alike'] {
  return meanings => meanings.map(meaning => meaning.kind === 'AuthorizationPolicy'
    ? { ...meaning, rules: meaning.rules?.map(rule => ({ ...rule, to: without(member, rule.to) })) } : meaning);
}

function without(member: string, operations: AccessRule['to']): AccessRule['to'] {
  const left = operations?.map(operation => Object.fromEntries(Object.entries(operation).filter(([key]) => key !== member)));
  if (left === undefined || left.some(operation => Object.keys(operation).length === 0)) return undefined;
  return [...new Map(left.map(operation => [textOf(operation), operation])).values()];
}
