import { HeaderOperations } from '../model/http-route-options';
import { RequestRoute } from '../traffic/request-routes';

/** What a header may say there: signs of ASCII, with one blank between two at the most. Source: the CRDs of the experimental channel of 1.6 (HTTPHeader, HTTPHeaderMatch) */
const VALUE = /^[!-~](?:[\t ]?[!-~])*$/;

/** What of a route the experimental channel does not take, though the standard one does, in words. */
export function beyondExperimental({ matches, options = {} }: RequestRoute): string[] {
  const asked = matches.flatMap(({ headers }) => [...headers?.values() ?? []]).filter(({ type }) => type !== 'any').map(({ text }) => text);
  const written = [options.requestHeaders, options.responseHeaders].flatMap(valuesOf);
  return [...asked, ...written].every(value => VALUE.test(value)) ? [] : ['a value of a header with other signs than those of ASCII, or with two blanks in a row, in the experimental channel'];
}

function valuesOf({ set, add }: HeaderOperations = {}): string[] {
  return [set, add].flatMap(values => Object.values(values ?? {}));
}
