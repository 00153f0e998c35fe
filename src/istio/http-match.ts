import { isAnyRequest, RequestMatch } from '../traffic/request-match';
import { pathMatch } from './path-template';

/** What a request must look like, as a VirtualService writes it: all of these conditions. @internal */
export interface HttpMatchSpec {
  readonly method?: { readonly exact: string } | { readonly regex: string };
  readonly uri?: { readonly exact: string } | { readonly regex: string };
  readonly headers?: Record<string, { readonly exact: string }>;
  readonly sourceLabels?: Record<string, string>;
  readonly sourceNamespace?: string;
  readonly port?: number;
}

/**
 * Alternatives of a match are a list, conditions within one are a map; no list at all takes every request. A path that nobody can write takes none,
 * so that the list may be empty.
 */
export function httpMatchesOf(matches: RequestMatch[]): HttpMatchSpec[] | undefined {
  return matches.some(isAnyRequest) ? undefined : matches.filter(({ path }) => path === undefined || pathMatch(path) !== undefined).map(specOf);
}

function specOf({ methods, path, headers, caller, port }: RequestMatch): HttpMatchSpec {
  return {
    ...methods === undefined ? {} : { method: methods.length === 1 ? { exact: methods[0] } : { regex: methods.join('|') } },
    ...path === undefined ? {} : { uri: pathMatch(path) },
    ...headers === undefined ? {} : { headers: Object.fromEntries([...headers].map(([name, exact]) => [name, { exact }])) },
    ...caller === undefined ? {} : { sourceLabels: caller.selector, sourceNamespace: caller.namespace },
    ...port === undefined ? {} : { port },
  };
}
