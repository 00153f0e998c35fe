import { Asked, Load, Outcome } from './orders';

/** One request's end. */
export interface Answer {
  /** Status, or error code. */
  readonly status: string;
  readonly servedBy?: string;
  readonly body: string;
  /** @default - none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends the requests of a load, so many at a time, and counts what comes back. */
export async function carryOut({ count = 1, concurrency = 1 }: Load, request: () => Promise<Answer>): Promise<Outcome> {
  const statuses: Record<string, number> = {};
  const answeredBy: Record<string, number> = {};
  let [left, shortest, longest] = [count, Infinity, 0];
  let first: Answer | undefined;
  const work = async () => {
    while (left-- > 0) {
      const start = performance.now();
      const answer = await request();
      const took = performance.now() - start;
      shortest = Math.min(shortest, took);
      longest = Math.max(longest, took);
      first ??= answer;
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.servedBy !== undefined) answeredBy[answer.servedBy] = (answeredBy[answer.servedBy] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { statuses, answeredBy, shortest, longest, ...told(first) };
}

function told({ body, headers: { asked, ...headers } = {} }: Answer = { status: 'none', body: '' }): Pick<Outcome, 'body' | 'headers' | 'asked'> {
  return { body, headers, ...asked === undefined ? {} : { asked: JSON.parse(decodeURIComponent(asked)) as Asked } };
}
