// Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.
import { printForEach } from '../../../../clients/each-environment.mjs';
import { answerOf } from './whom-the-server-knows.mjs';

await printForEach(() => {
  const { NATS_SERVERS: servers, NATS_USER: user, NATS_PASSWORD: pass, NATS_CA: caFile } = process.env;
  return answerOf({ servers: servers.split(','), user, pass, tls: { caFile } });
});
