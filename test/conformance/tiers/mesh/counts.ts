import { Outcome } from '../../pod-program/orders';

/** What became of requests, in words: `5 x 500, 15 x 503`. */
export function counts(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers).sort(([a], [b]) => a < b ? -1 : 1).map(([what, count]) => `${count} x ${what}`).join(', ') || 'nothing';
}

/** Whether all requests of a load ended in one way. */
export function all({ statuses }: Pick<Outcome, 'statuses'>, count: number, status: string): boolean {
  return statuses[status] === count && Object.keys(statuses).length === 1;
}

/** Milliseconds in words. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
