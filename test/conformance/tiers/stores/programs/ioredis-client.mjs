// Connects once for each environment on standard input, as a program in such a container does, and says what the server answered.
// Arguments: the variable that holds the URL, and the words of a command.
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { printForEach } from '../../../clients/each-environment.mjs';

const [variable, ...command] = process.argv.slice(2);

async function answer() {
  let client;
  try {
    client = new Redis(process.env[variable]);
    await once(client, 'ready'); // throws at the first error, after which the client would try again forever
  } catch (error) {
    client?.on('error', () => undefined).disconnect();
    return { refused: String(error) };
  }
  try {
    return { answer: String(await client.call(...command)) };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    client.disconnect();
  }
}

await printForEach(answer);
