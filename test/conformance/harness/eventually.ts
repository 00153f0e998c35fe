import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until the answer is neither undefined nor false, and returns it. A probe that throws has no answer yet.
 *
 * @param what is waited for, for the message
 * @param within milliseconds; then it throws, with what the last probe threw
 */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined | false> | T | undefined | false, within = 30_000): Promise<T> {
  const end = Date.now() + within;
  for (let last: unknown; ;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${within / 1000} s${last ? `; ${(last as Error).message}` : ''}`);
    await sleep(50);
  }
}
