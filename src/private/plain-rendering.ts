/** That only cdk8s knows how a value is rendered. */
export const UNSURE = Symbol('unsure');

/**
 * A value as cdk8s renders it, in one pass instead of two: a copy without what is undefined or null, keys sorted. Only where nothing has to be resolved:
 * texts, finite numbers, booleans, lists without gaps and plain objects; else `UNSURE`.
 * Source: cdk8s, resolve.ts and sanitizeValue in _util.ts
 */
export function plainRendering(value: unknown): unknown {
  switch (typeof value) {
    case 'string': case 'boolean': case 'number': return value;
    case 'object': break;
    default: return UNSURE;
  }
  if (Array.isArray(value)) return listRendering(value);
  return value !== null && Object.getPrototypeOf(value) === Object.prototype ? recordRendering(value as Record<string, unknown>) : UNSURE;
}

function listRendering(list: readonly unknown[]): unknown {
  const rendered: unknown[] = [];
  for (const item of list) {
    const one = plainRendering(item);
    if (one === UNSURE) return UNSURE;
    rendered.push(one);
  }
  return Object.getPrototypeOf(list) === Array.prototype ? rendered : UNSURE;
}

function recordRendering(record: Record<string, unknown>): unknown {
  const rendered: Record<string, unknown> = {};
  if ('constructor' in record && record.constructor !== Object) return UNSURE;
  for (const key of Object.keys(record).sort()) {
    if (key === '__proto__' || key === 'resolve') return UNSURE;
    const value = record[key];
    if (value === undefined || value === null) continue;
    const one = plainRendering(value);
    if (one === UNSURE) return UNSURE;
    rendered[key] = one;
  }
  return rendered;
}
