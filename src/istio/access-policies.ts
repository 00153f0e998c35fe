import { Construct } from 'constructs';
import { AccessPolicy } from '../model/access-policy';
import { AccessCondition, AccessRule } from '../model/access-policy-props';
import { isAboutRequests } from '../model/held-access-rule';
import { RequiredToken } from '../model/required-token';
import { bytePortsOf, requestPortsOf } from '../model/seen-ports';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';
import { emitAbout, podsOf, PolicyTarget } from './policy-target';
import { principalOf } from './principal';

type Lists = Readonly<Record<string, string[]>>;

interface Rule {
  readonly from?: { readonly source: Lists }[];
  readonly to?: { readonly operation: Lists }[];
  readonly when?: AccessCondition[];
}

interface AccessPolicySpec {
  readonly action: string;
  readonly provider?: { readonly name: string };
  readonly rules: Rule[];
}

/** Source: https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/ */
const DRY_RUN = { 'istio.io/dry-run': 'true' };
/** Behind the name of the workload. A policy of that name would be a second object of one name, which is found (BST803). */
const REQUIRES_TOKEN = 'requires-token';

/** Where policies are said, and what they are about. */
interface Said {
  readonly graph: TopologyGraph;
  readonly trustDomain: string;
  /** The pods of the workload, if nothing else is said. */
  readonly target?: PolicyTarget;
}

/** The policies that a workload says of who enters, and the one that makes its tokens binding. */
export function emitAccessPolicies(scope: Construct, workload: IWorkload, { graph, trustDomain, target = podsOf(workload) }: Said): void {
  const bytes = [...bytePortsOf(workload, graph).keys()].sort((a, b) => a - b);
  for (const policy of graph.policiesOf(workload)) {
    const { name, action, dryRun } = policy;
    const provider = policy.provider === undefined ? undefined : { name: policy.provider };
    emitPolicy(scope, workload, { name, dryRun, target, action, provider, rules: rulesOf(policy, bytes, trustDomain) });
  }
  const seen = knowsPods(workload, target) ? requestPortsOf(workload, graph) : [];
  const rules = tokenRules(graph.requiredTokensOf(workload), { seen, bytes });
  if (rules.length > 0) emitPolicy(scope, workload, { name: REQUIRES_TOKEN, dryRun: false, target, action: 'DENY', rules });
}

/** Whether what holds policies knows ports of pods: a gateway and a waypoint have ports of their own. */
function knowsPods({ standing }: IWorkload, target: PolicyTarget): boolean {
  return standing !== WorkloadStanding.GATEWAY && 'selector' in target;
}

interface Emitted extends AccessPolicySpec {
  readonly name: string;
  readonly dryRun: boolean;
  readonly target: PolicyTarget;
}

function emitPolicy(scope: Construct, workload: IWorkload, { name, dryRun, target, ...said }: Emitted): void {
  emitAbout<AccessPolicySpec>(scope, target, {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    name: `${workload.name}-${name}`,
    namespace: workload.namespace,
    annotations: dryRun ? DRY_RUN : undefined,
    spec: said,
  });
}

function rulesOf({ rules }: AccessPolicy, bytes: readonly number[], trustDomain: string): Rule[] {
  return rules.map(rule => {
    const source = unlessEmpty(sourceOf(rule, trustDomain));
    const operation = unlessEmpty(operationOf(rule, bytes));
    return { ...source && { from: [{ source }] }, ...operation && { to: [{ operation }] }, ...rule.when && { when: [...rule.when] } };
  });
}

function sourceOf(rule: AccessRule, trustDomain: string): Partial<Lists> {
  const { namespaces, notNamespaces, ipBlocks, notIpBlocks, remoteIpBlocks, notRemoteIpBlocks, requestPrincipals, notRequestPrincipals } = rule;
  return {
    principals: principalsOf(rule.callers, rule.serviceAccounts, trustDomain),
    notPrincipals: principalsOf(rule.notCallers, rule.notServiceAccounts, trustDomain),
    namespaces, notNamespaces, ipBlocks, notIpBlocks, remoteIpBlocks, notRemoteIpBlocks, requestPrincipals, notRequestPrincipals,
  };
}

function principalsOf(callers: readonly IWorkload[] = [], accounts: readonly string[] = [], trustDomain: string): string[] | undefined {
  const named = accounts.map(account => account.split('/')).map(([namespace, serviceAccountName]) => ({ namespace, serviceAccountName }));
  const principals = [...callers, ...named].map(each => principalOf(each, trustDomain));
  return principals.length === 0 ? undefined : [...new Set(principals)].sort();
}

/**
 * In a policy that denies, a mesh leaves out at a port of TCP what only requests tell, and denies all of it: a rule about requests that names no port is not about those at which a
 * service of bytes is declared. Source: https://istio.io/latest/docs/tasks/security/authorization/authz-tcp/; istio, pilot/pkg/security/authz/model (checkError)
 */
function operationOf(rule: AccessRule, bytes: readonly number[]): Partial<Lists> {
  const { hosts, notHosts, methods, notMethods, paths, notPaths, ports, notPorts } = rule;
  const besides = ports === undefined && isAboutRequests(rule) ? [...new Set([...notPorts ?? [], ...bytes])].sort((a, b) => a - b) : notPorts;
  return { hosts, notHosts, methods, notMethods, paths, notPaths, ports: texts(ports), notPorts: texts(besides) };
}

function texts(ports: readonly number[] | undefined): string[] | undefined {
  return ports?.length ? ports.map(String) : undefined;
}

function unlessEmpty(lists: Partial<Lists>): Lists | undefined {
  const said = Object.entries(lists).filter((entry): entry is [string, string[]] => entry[1] !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** Ports at which requests are seen, none for all, and those of bytes, at which a rule about tokens would deny everything. */
interface PortsOfPods {
  readonly seen: readonly number[];
  readonly bytes: readonly number[];
}

/** Denied are requests with no token of the issuers, and those with one that lacks a claim. A policy that lets in stays beside that: who comes needs both. */
function tokenRules(tokens: readonly RequiredToken[], { seen, bytes }: PortsOfPods): Rule[] {
  if (tokens.length === 0) return [];
  const [{ ports = seen, exceptPaths, exceptMethods, optional }] = tokens;
  const at = ports.length === 0 ? { notPorts: texts(bytes) } : { ports: texts(ports) };
  const operation = unlessEmpty({ ...at, notPaths: exceptPaths, notMethods: exceptMethods });
  const to = operation && { to: [{ operation }] };
  const none: Rule[] = optional ? [] : [{ from: [{ source: { notRequestPrincipals: tokens.map(ofIssuer) } }], ...to }];
  return [...none, ...tokens.flatMap(token => Object.entries(token.claims).map(([claim, notValues]): Rule => (
    { from: [{ source: { requestPrincipals: [ofIssuer(token)] } }], ...to, when: [...ofItAlone(token, tokens), { key: `request.auth.claims[${claim}]`, notValues }] })))];
}

/** Principals of an issuer begin as those of one whose URL goes on behind its own. */
function ofItAlone({ jwt: { issuer } }: RequiredToken, tokens: readonly RequiredToken[]): AccessCondition[] {
  const goesOn = tokens.some(other => other.jwt.issuer.startsWith(`${issuer}/`));
  return goesOn ? [{ key: 'request.auth.claims[iss]', values: [issuer] }] : [];
}

/** Whoever a token of the issuer is of; it has to be of somebody. Source: istio, pilot/pkg/security/authz/model (requestPrincipalGenerator) */
function ofIssuer({ jwt: { issuer } }: RequiredToken): string {
  return `${issuer}/*`;
}
