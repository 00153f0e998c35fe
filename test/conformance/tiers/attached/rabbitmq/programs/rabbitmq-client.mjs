// Connects once for each environment on standard input, as a program in such a container does, and says whom the broker took it for.
// Argument: the variable that holds the URL.
import { once } from 'node:events';
import { library, printForEach } from '../../../../clients/each-environment.mjs';

const { Connection } = library('rabbitmq-client');
const [variable] = process.argv.slice(2);

async function answer() {
  const url = process.env[variable];
  let connection;
  try {
    connection = new Connection(url);
    await once(connection, 'connection'); // throws at the first error, after which the client would try again forever
  } catch (error) {
    connection?.on('error', () => undefined).unsafeDestroy();
    return { refused: String(error) };
  }
  connection.on('error', () => undefined);
  try {
    return { answer: await validated(await connection.acquire(), decodeURIComponent(new URL(url).username)) };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    await connection.close();
  }
}

/** A broker takes no message of another user than that of the connection. Source: https://www.rabbitmq.com/docs/validated-user-id */
async function validated(channel, userId) {
  const { queue } = await channel.queueDeclare({ exclusive: true });
  await channel.confirmSelect();
  await channel.basicPublish({ routingKey: queue, userId }, '');
  const message = await channel.basicGet({ queue, noAck: true });
  await channel.close();
  return message.userId;
}

await printForEach(answer);
