import { StringMatch } from '../../src/model/string-match';
import { IWorkload } from '../../src/model/workload-interface';
import { PathSegment, PathTemplate } from '../../src/traffic/path-template';
import { RequestMatch } from '../../src/traffic/request-match';

/** A request, as far as a match looks at it. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly query?: ReadonlyMap<string, string>;
  readonly authority?: string;
  readonly caller: IWorkload;
  readonly port?: number;
}

/** Whether a request fulfils a match, condition by condition. */
export function fulfils({ method, path, headers, query, authority, caller, port }: Request, match: RequestMatch): boolean {
  return (match.methods === undefined || match.methods.includes(method))
    && (match.path === undefined || isMeant(match.path, path))
    && (match.uri === undefined || takes(match.uri, path))
    && every(match.headers, headers)
    && [...match.absentHeaders ?? []].every(name => !headers.has(name))
    && every(match.queryParams, query)
    && (match.authority === undefined || takes(match.authority, authority))
    && (match.caller === undefined || match.caller === caller)
    && (match.callerNamespace === undefined || match.callerNamespace === caller.namespace)
    && (match.port === undefined || match.port === port);
}

function every(conditions: ReadonlyMap<string, StringMatch> = new Map(), texts: ReadonlyMap<string, string> = new Map()): boolean {
  return [...conditions].every(([name, condition]) => takes(condition, texts.get(name)));
}

/** Written again, so that the two have no slip in common. */
function takes({ type, text }: StringMatch, given: string | undefined): boolean {
  if (given === undefined) return false;
  if (type === 'regex') return new RegExp(`^(?:${text})$`).test(given);
  return type === 'any' || (type === 'exact' ? given === text : given.startsWith(text));
}

/** Whether a path is one that a template means: every way to fill the parameters is tried. */
export function isMeant(template: PathTemplate, path: string): boolean {
  const texts = path.split('/');
  return texts.length === template.length && template.every((segment, position) => isFilled(segment, texts[position]));
}

function isFilled([first, ...others]: PathSegment, text: string): boolean {
  if (!text.startsWith(first)) return false;
  const rest = text.slice(first.length);
  if (others.length === 0) return rest === '';
  return [...rest].some((_, position) => isFilled(others, rest.slice(position + 1)));
}
