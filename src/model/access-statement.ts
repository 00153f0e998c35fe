import { assertPort } from '../private/bounds';
import { isBranded, mark } from '../private/brand';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { grouped } from '../private/grouped';
import { lockMembers } from '../private/lock-members';
import { assertName, byCodePoint, NameRule, sortedRecord } from '../private/names';
import { alternatives, assertMethodNames, assertPathPatterns } from '../private/request-patterns';
import { quote, TopologyError } from '../private/topology-error';
import { AccessPolicy } from './access-policy';
import { Declarations } from './declarations';
import { Jwt } from './jwt';
import { RequireOptions } from './jwt-props';
import { RequiredToken } from './required-token';
import { ISubject } from './subject';
import { openTopologyOf, pathOf } from './topology-element';
import { IWorkload } from './workload-interface';
import { WorkloadStanding } from './workload-standing';

const CLAIM: NameRule = { what: 'a claim', pattern: /^[\x21-\x5a\x5e-\x7e]+$/, longest: 256, allowed: 'printable ASCII without blanks and brackets, at most 256 characters' };
const VALUE: NameRule = { what: 'the value of a claim', pattern: /^[\x20-\x7e]+$/, longest: 1024, allowed: 'printable ASCII, at most 1024 characters' };

/** What one workload says of who enters it, besides whom it lets in: a token that it demands, or a policy. @internal */
export class AccessStatement implements ISubject {
  /** Demands a token of an issuer; throws BST542 if another one is demanded elsewhere or otherwise. */
  public static requires(workload: IWorkload, jwt: Jwt, options: RequireOptions): void {
    const { held, at } = placeOf(workload, `requires a token of ${jwt.issuer}`);
    const token = requiredToken(jwt, options, at);
    const other = held.all.map(each => (isStatement(each) && each.subject === workload ? each.token : undefined)).find(each => each !== undefined);
    if (other && scopeOf(other) !== scopeOf(token)) throw elsewhere(at, other.jwt.issuer);
    held.hold(new AccessStatement(at, workload, token));
  }

  /** Puts a policy before a workload. */
  public static enforces(workload: IWorkload, policy: AccessPolicy): void {
    const { held, at } = placeOf(workload, `enforces ${policy.name}`);
    held.hold(new AccessStatement(at, workload, undefined, policy));
  }

  private constructor(
    public readonly path: string,
    /** The workload that said so. */
    public readonly subject: IWorkload,
    public readonly token?: RequiredToken,
    public readonly policy?: AccessPolicy,
  ) {}
}

mark(AccessStatement.prototype, 'AccessStatement');

/** What the workloads of a topology say of who enters, found by the workload. @internal */
export class AccessStatements {
  private readonly ofOne: ReadonlyMap<IWorkload, AccessStatement[]>;

  /** @param held whatever the topology holds, in the order of the paths */
  constructor(held: readonly ISubject[]) {
    this.ofOne = grouped(held.filter(isStatement), ({ subject }) => subject);
  }

  /** The tokens of which a workload demands one, sorted by issuer. */
  public tokensOf(workload: IWorkload): RequiredToken[] {
    return this.of(workload).flatMap(({ token }) => token ?? []).sort((a, b) => byCodePoint(a.jwt.issuer, b.jwt.issuer));
  }

  /** The policies of a workload, sorted by name. */
  public policiesOf(workload: IWorkload): AccessPolicy[] {
    return this.of(workload).flatMap(({ policy }) => policy ?? []).sort((a, b) => byCodePoint(a.name, b.name));
  }

  private of(workload: IWorkload): AccessStatement[] {
    return this.ofOne.get(workload) ?? [];
  }
}

function isStatement(held: ISubject): held is AccessStatement {
  return isBranded(held, 'AccessStatement');
}

/** Throws BST541 for somebody else's workload, BST006 for what is said already. */
function placeOf(workload: IWorkload, words: string): { readonly held: Declarations; readonly at: string } {
  const id = `${workload.name} ${words}`;
  const { _declarations: held } = openTopologyOf(workload, id);
  if (workload.standing === WorkloadStanding.FOREIGN) throw notOurs(workload.path);
  const at = pathOf(workload.node.scope!, id);
  if (!held.taken(at)) return { held, at };
  throw new TopologyError({
    code: 'BST006', path: at, problem: `${quote(id)} is declared already`, fix: 'say everything about it in one declaration, or give the other policy another name',
  });
}

function requiredToken(jwt: Jwt, { claims = {}, ports, exceptPaths, exceptMethods, optional }: RequireOptions, path: string): RequiredToken {
  if (ports?.length === 0) alternatives('ports', [], path, () => undefined);
  const held = Object.entries(claims).map(([claim, values]) => [assertName(CLAIM, claim, path),
    alternatives(`values of ${claim}`, values, path, value => { assertName(VALUE, value, path); })!] as const);
  const token = {
    jwt,
    claims: frozenMap(sortedRecord(Object.fromEntries(held))),
    ports: ports && frozenList([...new Set(ports.map(port => assertPort(port, path)))].sort((a, b) => a - b)),
    exceptPaths: assertPathPatterns(exceptPaths, path, 'exceptPaths'),
    exceptMethods: assertMethodNames(exceptMethods, path, 'exceptMethods'),
    optional: optional ?? false,
  };
  if (token.exceptPaths?.some(isEverywhere)) throw demandedNowhere(path);
  lockMembers(token);
  return token;
}

function isEverywhere(path: string): boolean {
  return ['*', '/*', '/{**}'].includes(path);
}

function demandedNowhere(path: string): TopologyError {
  return new TopologyError({
    code: 'BST542', path, problem: 'exceptPaths takes every request out, so that no token is ever demanded', fix: 'name the paths at which none is demanded, or say optional: true',
  });
}

/** Equal for tokens that are demanded of the same requests. */
function scopeOf({ ports, exceptPaths, exceptMethods, optional }: RequiredToken): string {
  return JSON.stringify([ports ?? [], exceptPaths ?? [], exceptMethods ?? [], optional]);
}

/** The refusal of a policy before pods that are somebody else's. */
export function notOurs(path: string): TopologyError {
  return new TopologyError({
    code: 'BST541',
    path,
    problem: 'its pods are somebody else\'s, and a policy of ours would stand before them',
    fix: 'let its owner declare it, or give the workload the standing GUARDED or MIGRATING if it is ours',
  });
}

function elsewhere(path: string, issuer: string): TopologyError {
  return new TopologyError({
    code: 'BST542',
    path,
    problem: `a token of ${quote(issuer)} is demanded of other requests: of several issuers one is enough, and then ports, exceptPaths, exceptMethods and optional have to be the same`,
    fix: 'say the same ports, exceptPaths, exceptMethods and optional of all issuers',
  });
}
