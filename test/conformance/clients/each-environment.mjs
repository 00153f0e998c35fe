import { createRequire } from 'node:module';
import { json } from 'node:stream/consumers';

/** A client library that the image of such a program brings. */
export const library = createRequire(`${process.env.NODE_CLIENTS}/`);

/**
 * Asks for each environment on standard input, and prints the answers in the same order.
 *
 * @param atATime 1 where the library itself reads variables, whenever it does
 */
export async function printForEach(answer, atATime = 4) {
  const environments = await json(process.stdin);
  const answers = [];
  const next = environments.entries();
  await Promise.all(Array.from({ length: atATime }, async () => {
    for (const [i, environment] of next) {
      Object.assign(process.env, environment);
      answers[i] = await answer();
    }
  }));
  console.log(JSON.stringify(answers));
}
