// Connects once for each environment on standard input, as a program in such a container does, and says whom the master took it for, and in which database.
// Argument: the beginning of the names of its variables.
import { Redis } from 'ioredis';
import { printForEach } from '../../../../clients/each-environment.mjs';
import { answerOf, told } from './told.mjs';

const [prefix] = process.argv.slice(2);

async function answer() {
  const { sentinels, name, database, tls, servers, watchers } = told(prefix);
  const client = new Redis({
    sentinels, name, ...servers, db: database, tls, sentinelUsername: watchers.username, sentinelPassword: watchers.password, sentinelTLS: tls, enableTLSForSentinelMode: tls !== undefined,
    sentinelRetryStrategy: () => null, retryStrategy: () => null, maxRetriesPerRequest: 0,
  });
  client.on('error', () => undefined);
  try {
    return { answer: await answerOf((...words) => client.call(...words)) };
  } catch (error) {
    return { refused: String(error) };
  } finally {
    client.disconnect();
  }
}

await printForEach(answer);
