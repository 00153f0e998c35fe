import { byCodePoint } from '../private/names';
import { Meeting, StringMatch } from './string-match';
import { IWorkload } from './workload-interface';

/** What a request must look like: all of these conditions; what is undefined takes anything. @internal */
export interface HttpConditions {
  /** Methods, one of them. */
  readonly methods?: readonly string[];
  /** Its path, without the query. */
  readonly uri?: StringMatch;
  /** Headers by their names in lower case, every one of them. */
  readonly headers?: ReadonlyMap<string, StringMatch>;
  /** Headers that it must not have. */
  readonly absentHeaders?: ReadonlySet<string>;
  /** Parameters of the query, every one of them. */
  readonly queryParams?: ReadonlyMap<string, StringMatch>;
  /** What its verified token says, by claims in brackets, every one of them: `[realm_access][roles]`. */
  readonly claims?: ReadonlyMap<string, StringMatch>;
  /** Host that the request names, with the port if it names one. */
  readonly authority?: StringMatch;
  /** Port that it is sent to. */
  readonly port?: number;
  /** Who sends it. */
  readonly caller?: IWorkload;
  /** Namespace of who sends it. */
  readonly callerNamespace?: string;
}

type Meet<Condition> = (one: Condition, other: Condition) => Meeting<Condition>;

/** How two conditions on the same thing are joined. */
const MEET: { readonly [Field in keyof HttpConditions]-?: Meet<NonNullable<HttpConditions[Field]>> } = {
  methods: commonMethods,
  uri: texts,
  headers: textsByName,
  absentHeaders: (one, other) => new Set([...one, ...other]),
  queryParams: textsByName,
  claims: claimsByName,
  authority: texts,
  port: same,
  caller: same,
  callerNamespace: same,
};

/** The requests that fulfil both. It never takes a request that one of them refuses. */
export function meetingOf<Conditions extends HttpConditions>(a: Conditions, b: Conditions): Meeting<Conditions> {
  const joined: Record<string, unknown> = Object.fromEntries([...Object.entries(b), ...Object.entries(a)]);
  for (const field of Object.keys(MEET) as (keyof HttpConditions)[]) {
    if (a[field] === undefined || b[field] === undefined) {
      joined[field] = a[field] ?? b[field];
      continue;
    }
    const met = (MEET[field] as Meet<unknown>)(a[field], b[field]);
    if (met === undefined || met === 'unknown') return met;
    joined[field] = met;
  }
  const met = joined as unknown as Conditions;
  return contradicts(met) ? undefined : met;
}

/** A header that must be there and must not; a caller of another namespace than the one that is asked for. */
function contradicts({ headers, absentHeaders, caller, callerNamespace }: HttpConditions): boolean {
  return [...absentHeaders ?? []].some(name => headers?.has(name))
    || caller !== undefined && callerNamespace !== undefined && caller.namespace !== callerNamespace;
}

/** Equal for conditions that ask for the same, in whatever order they were said. @internal */
export function conditionsKey(conditions: HttpConditions): string {
  const { methods, uri, headers, absentHeaders, queryParams, claims, authority, port, caller, callerNamespace } = conditions;
  const absent = [...absentHeaders ?? []].sort(byCodePoint);
  const whole = [uri, authority].map(match => match && [match.type, match.text]);
  return JSON.stringify([methods, whole, sortedTexts(headers), absent, sortedTexts(queryParams),
    sortedTexts(claims), port, caller?.path, callerNamespace]);
}

function sortedTexts(matches: ReadonlyMap<string, StringMatch> = new Map()): string[][] {
  return [...matches].map(([name, { type, text }]) => [name, type, text]).sort(([a], [b]) => byCodePoint(a, b));
}

function commonMethods(one: readonly string[], other: readonly string[]): readonly string[] | undefined {
  const methods = one.filter(method => other.includes(method));
  return methods.length === 0 ? undefined : methods;
}

function texts(one: StringMatch, other: StringMatch): Meeting<StringMatch> {
  return one._and(other);
}

function textsByName(one: ReadonlyMap<string, StringMatch>, other: ReadonlyMap<string, StringMatch>): Meeting<ReadonlyMap<string, StringMatch>> {
  const met = new Map(one);
  for (const [name, condition] of other) {
    const both = met.has(name) ? met.get(name)!._and(condition) : condition;
    if (both === undefined || both === 'unknown') return both;
    met.set(name, both);
  }
  return met;
}

type Texts = ReadonlyMap<string, StringMatch>;

/** A claim may be a list, of which one condition asks for one and another for a second. */
function claimsByName(one: Texts, other: Texts): Meeting<Texts> {
  const isTwice = [...other].some(([claim, { type, text }]) => one.has(claim) && (one.get(claim)!.type !== type || one.get(claim)!.text !== text));
  return isTwice ? 'unknown' : new Map([...one, ...other]);
}

function same<Condition>(one: Condition, other: Condition): Condition | undefined {
  return one === other ? one : undefined;
}
