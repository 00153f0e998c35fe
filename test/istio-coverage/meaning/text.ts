/** One text for what means the same: members sorted, what is undefined left out. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => isMap(member)
    ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => a < b ? -1 : 1))
    : member);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
