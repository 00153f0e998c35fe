// Connects once for each environment on standard input, as a program in such a container does, and says whom all nodes took it for.
import { library, printForEach } from '../../../../clients/each-environment.mjs';
import { answerOf, told } from './told.mjs';

const { createCluster } = library('redis');

async function answer() {
  const { nodes, username, password, ca } = told();
  const socket = { tls: true, ca, reconnectStrategy: false };
  const client = createCluster({ rootNodes: nodes.map(node => ({ socket: node })), defaults: { username, password, socket } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { answer: answerOf(await Promise.all(client.masters.map(async node => (await client.nodeClient(node)).sendCommand(['ACL', 'WHOAMI'])))) };
  } catch (error) {
    return { refused: String(error) };
  } finally {
    client.destroy();
  }
}

await printForEach(answer);
