import { conditionsKey, HttpConditions, meetingOf } from './http-conditions';
import { StringMatch } from './string-match';

/** A condition that takes more than one text. */
const BROAD = Symbol('more than one text');

/** What conditions ask for, by name, such as `header end-user`. */
type Asked = ReadonlyMap<string, unknown>;

/**
 * The requests that earlier routes take. There may be many thousands of routes, most of which ask for exact texts: these are looked up by what they ask for; the
 * others, whose beginnings and expressions take more than one text, are tried one by one.
 *
 * @internal
 */
export class TakenRequests {
  /** By the names of what is asked for, then by the texts. */
  private readonly exact = new Map<string, { readonly names: readonly string[]; readonly positions: Map<string, number> }>();
  private readonly broad: { readonly conditions: HttpConditions; readonly position: number }[] = [];

  /** Takes all requests that meet the conditions. */
  public add(conditions: HttpConditions, position: number): void {
    const asked = askedBy(conditions);
    if ([...asked.values()].includes(BROAD)) {
      this.broad.push({ conditions, position });
      return;
    }
    const names = [...asked.keys()].sort();
    const kind = JSON.stringify(names);
    const known = this.exact.get(kind) ?? { names, positions: new Map<string, number>() };
    this.exact.set(kind, known);
    const texts = textsOf(names, asked);
    if (!known.positions.has(texts)) known.positions.set(texts, position);
  }

  /** The position of a route that takes every request which meets these conditions; undefined if some are left. */
  public by(conditions: HttpConditions): number | undefined {
    const asked = askedBy(conditions);
    for (const { names, positions } of this.exact.values()) {
      const position = names.every(name => asked.has(name)) ? positions.get(textsOf(names, asked)) : undefined;
      if (position !== undefined) return position;
    }
    const key = conditionsKey(conditions);
    return this.broad.find(wider => {
      const met = meetingOf(wider.conditions, conditions);
      return typeof met === 'object' && conditionsKey(met) === key;
    })?.position;
  }
}

function textsOf(names: readonly string[], asked: Asked): string {
  return JSON.stringify(names.map(name => asked.get(name) === BROAD ? null : [asked.get(name)]));
}

function askedBy({ methods, uri, headers, absentHeaders, queryParams, claims, authority, port, caller, callerNamespace }: HttpConditions): Asked {
  const single = { uri: uri && textOf(uri), authority: authority && textOf(authority), port, caller: caller?.path, namespace: callerNamespace };
  return new Map<string, unknown>([
    ...Object.entries(single).filter(([, text]) => text !== undefined),
    ...methods ? [['methods', methods.length === 1 ? methods[0] : BROAD] as const] : [],
    ...named('header', headers), ...named('query', queryParams), ...named('claim', claims),
    ...[...absentHeaders ?? []].map(name => [`absent ${name}`, true] as const),
  ]);
}

function named(kind: string, matches: ReadonlyMap<string, StringMatch> = new Map()): [string, unknown][] {
  return [...matches].map(([name, match]) => [`${kind} ${name}`, textOf(match)]);
}

function textOf({ type, text }: StringMatch): unknown {
  return type === 'exact' ? text : BROAD;
}
