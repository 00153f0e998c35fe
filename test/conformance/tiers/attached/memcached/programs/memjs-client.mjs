// Connects once for each environment on standard input, as a program in such a container does, keeps its user in the servers, and says what it reads there.
import { library, printForEach } from '../../../../clients/each-environment.mjs';

const { Client } = library('memjs');

/** The servers do not share what they keep: of so many keys each has some. */
const KEYS = [...'abcdefgh'];

let users = 0;

async function answer() {
  const { MEMCACHE_SERVERS: servers, MEMCACHE_USERNAME: username, MEMCACHE_PASSWORD: password } = process.env;
  const user = users++;
  const client = Client.create(servers, { username, password, retries: 1, timeout: 10, logger: { log: () => undefined } });
  try {
    const kept = KEYS.map(async key => {
      await client.set(key + user, username, {});
      return String((await client.get(key + user)).value);
    });
    return { answer: [...new Set(await Promise.all(kept))].join(' and ') };
  } catch (error) {
    return { refused: String(error) };
  } finally {
    client.close();
  }
}

await printForEach(answer);
