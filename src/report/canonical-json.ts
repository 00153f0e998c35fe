import { byCodePoint } from '../private/names';

/** JSON with keys in code-point order and nothing undefined: the same data, the same bytes. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(value, (_key, member: unknown) => isRecord(member) ? sorted(member) : member, 2)}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => byCodePoint(a, b)));
}
