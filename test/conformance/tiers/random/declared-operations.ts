import { WildOperation, WildService } from '../../fixtures/wild/plan';

/** What a request is, as a contract tells it: an operation, none of them, or one that the contract itself leaves open. */
export type Meant = WildOperation | 'none' | 'ambiguous';

/**
 * The operation that a request is. Of several whose paths mean it, it is the one whose paths are all among those of the others: "concrete (non-templated)
 * paths are matched before their templated counterparts" (OpenAPI 3.1, 4.8.8.2).
 */
export function operationOf(operations: readonly WildOperation[], method: string, path: string): Meant {
  const meant = operations.filter(operation => operation.method === method && expression(operation.path).test(path));
  if (meant.length === 0) return 'none';
  const narrowest = meant.filter(operation => meant.every(other => other === operation || isWithin(operation.path, other.path)));
  return narrowest.length === 1 ? narrowest[0] : 'ambiguous';
}

/** The operations as requests come: where a third party's document names no server, its paths are below the base path of the URL that is dialled. */
export function operationsAt({ contract, provider }: WildService): readonly WildOperation[] {
  const base = provider.by === 'outside' && contract?.from === 'openapi' ? provider.basePath ?? '' : '';
  return (contract?.operations ?? []).map(operation => ({ ...operation, path: base + operation.path }));
}

/** A path that the operation means, and as few others as can be. */
export function exampleOf({ path }: WildOperation, value: string): string {
  return path.replace(/\{[^{}]*\}/g, value);
}

function expression(path: string): RegExp {
  return new RegExp(`^${path.split(/(\{[^{}]*\})/).map(part => (part.startsWith('{') ? '[^/]+' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))).join('')}$`);
}

/** Segment by segment: what is literal in the wider path is so in the narrower one, and where both have parameters their texts are alike. */
function isWithin(narrow: string, wide: string): boolean {
  const [narrower, wider] = [narrow, wide].map(path => path.replace(/\{[^{}]*\}/g, '{}').split('/'));
  return narrower.length === wider.length && narrower.every((segment, nth) => (
    segment === wider[nth] || wider[nth] === '{}' || !segment.includes('{}') && expression(wider[nth].replaceAll('{}', '{x}')).test(segment)));
}
