const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of a duration as Go writes it: `1h2m3.5s`, `250ms`. */
export function millisOf(text: string): number {
  const parts = text.split(/(?<=[a-z])(?=\d)/).map(part => ({ number: Number.parseFloat(part), unit: part.replace(/[\d.]/g, '') }));
  if (parts.some(({ number, unit }) => Number.isNaN(number) || !Object.hasOwn(UNITS, unit))) throw new Error(`${text} is no duration`);
  return parts.reduce((sum, { number, unit }) => sum + number * UNITS[unit], 0);
}
