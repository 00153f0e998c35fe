import { IWorkload } from '../../src/model/workload-interface';
import { PathSegment, PathTemplate } from '../../src/traffic/path-template';
import { RequestMatch } from '../../src/traffic/request-match';

/** A request, as far as a match looks at it. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly caller: IWorkload;
  readonly port?: number;
}

/** Whether a request fulfils a match, condition by condition. */
export function fulfils({ method, path, headers, caller, port }: Request, match: RequestMatch): boolean {
  return (match.methods === undefined || match.methods.includes(method))
    && (match.path === undefined || isMeant(match.path, path))
    && [...match.headers ?? []].every(([name, value]) => headers.get(name) === value)
    && (match.caller === undefined || match.caller === caller)
    && (match.port === undefined || match.port === port);
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
