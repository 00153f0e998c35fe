import { WildCondition, WildRoute } from '../../fixtures/wild/plan-routes';
import { Request } from './declared';

/** The first route of a service that takes the request, by the plan alone. */
export function routeTaken(request: Request): WildRoute | undefined {
  return request.service.routes?.find(({ matches }) => matches.length === 0
    || matches.some(all => all.every(condition => isMet(condition, request))));
}

/** Nobody asks for the host of another, nor with a query. */
function isMet({ of, name = '', text }: WildCondition, { headers = {}, method, path = '', service: { provider }, asking }: Request): boolean {
  const value = headers[name.toLowerCase()];
  switch (of) {
    case 'header': return value === text;
    case 'header-prefix': return value?.startsWith(text) ?? false;
    case 'header-regex': return value !== undefined && new RegExp(`^(?:${text})$`).test(value);
    case 'header-any': return value !== undefined;
    case 'no-header': return value === undefined;
    case 'uri': return path === text;
    case 'uri-prefix': return path.startsWith(text);
    case 'uri-regex': return new RegExp(`^(?:${text})$`).test(path);
    case 'method': return method === text;
    case 'port': return 'port' in provider && String(provider.port) === text;
    case 'caller': return asking.workload?.id === text;
    case 'namespace': return asking.namespace === text;
    default: return false;
  }
}

/** Headers that some route of the service asks for, each as it is asked for and otherwise. */
export function headersAskedFor(routes: readonly WildRoute[]): Record<string, string>[] {
  return routes.flatMap(({ matches }) => matches.flat()).filter(({ name, of }) => name !== undefined && of !== 'query').flatMap(({ name, of, text }) => {
    const asked = text === '' ? 'any' : of === 'header-regex' ? '17' : text;
    return [{ [name!.toLowerCase()]: asked }, { [name!.toLowerCase()]: `${asked}.` }];
  });
}
