// Connects once for each environment on standard input, as a program in such a container does, and says whom the master took it for, and in which database.
// Argument: the beginning of the names of its variables.
import { library, printForEach } from '../../../../clients/each-environment.mjs';
import { answerOf, told } from './told.mjs';

const { createSentinel } = library('redis');
const [prefix] = process.argv.slice(2);

async function answer() {
  const { sentinels, name, database, tls, servers, watchers } = told(prefix);
  const socket = tls ? { tls: true, ...tls, reconnectStrategy: false } : { reconnectStrategy: false };
  const client = createSentinel({
    name, sentinelRootNodes: sentinels, nodeClientOptions: { ...servers, database, socket }, sentinelClientOptions: { ...watchers, socket }, maxCommandRediscovers: 2,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { answer: await client.use(one => answerOf((...words) => one.sendCommand(false, words))) };
  } catch (error) {
    return { refused: String(error) };
  } finally {
    await client.destroy();
  }
}

await printForEach(answer);
