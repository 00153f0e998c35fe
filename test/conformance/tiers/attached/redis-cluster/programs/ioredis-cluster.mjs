// Connects once for each environment on standard input, as a program in such a container does, and says whom all nodes took it for.
import { once } from 'node:events';
import { Cluster } from 'ioredis';
import { printForEach } from '../../../../clients/each-environment.mjs';
import { answerOf, told } from './told.mjs';

async function answer() {
  const { nodes, username, password, ca } = told();
  const client = new Cluster(nodes, {
    dnsLookup: (host, found) => found(null, host), // so that it verifies the certificate by the name of the node
    redisOptions: { username, password, tls: { ca } }, clusterRetryStrategy: () => null,
  });
  try {
    await once(client, 'ready'); // throws at the first error
    client.on('error', () => undefined);
    return { answer: answerOf(await Promise.all(client.nodes('master').map(node => node.call('ACL', 'WHOAMI')))) };
  } catch (error) {
    return { refused: String(error) };
  } finally {
    client.on('error', () => undefined).disconnect();
  }
}

await printForEach(answer);
