// Connects as a program in such a container does, by what is in a file, and says whom the server took it for.
// Arguments: which kind of file, and the beginning of the names of the variables.
import { readFileSync } from 'node:fs';
import { library, printForEach } from '../../../../clients/each-environment.mjs';
import { answerOf } from './whom-the-server-knows.mjs';

const { credsAuthenticator, nkeyAuthenticator } = library('@nats-io/transport-node');
const [kind, prefix] = process.argv.slice(2);

const AUTHENTICATORS = {
  creds: () => credsAuthenticator(readFileSync(process.env[`${prefix}_CREDS_FILE`])),
  nkey: () => nkeyAuthenticator(Buffer.from(readFileSync(process.env[`${prefix}_NKEY_SEED_FILE`], 'utf8').trim())),
};

await printForEach(() => answerOf({
  servers: new URL(process.env[`${prefix}_URL`]).host, tls: { caFile: process.env[`${prefix}_CA_FILE`] }, authenticator: AUTHENTICATORS[kind](),
}));
