// Connects once for each environment on standard input, as a program in such a container does, and says whom the broker took it for.
import { library, printForEach } from '../../../../clients/each-environment.mjs';

const amqp = library('amqplib');

async function answer() {
  const { RABBITMQ_HOST: hostname, RABBITMQ_PORT: port, RABBITMQ_USER: username, RABBITMQ_PASSWORD: password, RABBITMQ_VHOST: vhost } = process.env;
  let connection;
  try {
    connection = await amqp.connect({ protocol: 'amqps', hostname, port: Number(port), username, password, vhost });
  } catch (error) {
    return { refused: String(error) };
  }
  connection.on('error', () => undefined);
  try {
    return { answer: await validated(await connection.createConfirmChannel(), username) };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    await connection.close();
  }
}

/** A broker takes no message of another user than that of the connection. Source: https://www.rabbitmq.com/docs/validated-user-id */
async function validated(channel, userId) {
  const refusal = new Promise((_, reject) => { channel.on('error', reject); });
  const { queue } = await channel.assertQueue('', { exclusive: true });
  channel.sendToQueue(queue, Buffer.alloc(0), { userId });
  await Promise.race([channel.waitForConfirms(), refusal]);
  const message = await channel.get(queue, { noAck: true });
  return message.properties.userId;
}

await printForEach(answer);
