// Whom a server took a client for, for programs that differ in how they enter.
import { library } from '../../../../clients/each-environment.mjs';

const { connect } = library('@nats-io/transport-node');

export async function answerOf(options) {
  let client;
  try {
    client = await connect({ ...options, reconnect: false });
  } catch (error) {
    return { refused: String(error) };
  }
  try {
    const info = await client.request('$SYS.REQ.USER.INFO', '', { timeout: 10_000 });
    return { answer: info.json().data.user };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    await client.close();
  }
}
