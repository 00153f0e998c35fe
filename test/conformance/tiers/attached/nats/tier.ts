import { join } from 'node:path';
import { node, python, words } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { Mutation } from '../../../harness/mutation';
import { Row } from '../../../harness/row';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { HOSTS, programs } from './declaration';
import { identities } from './identities';
import { startNats } from './server';

const PROGRAMS = join(__dirname, 'programs');
const NATS_PY = python('nats-py', join(PROGRAMS, 'nats-py-parts.py'));
const TRANSPORT_NODE = node('@nats-io/transport-node', join(PROGRAMS, 'transport-node-parts.mjs'));
const TRANSPORT_NODE_BY_FILES = node('@nats-io/transport-node', join(PROGRAMS, 'transport-node-files.mjs'));

const template = (name: string, key: string, says: string, text: string) => changeTemplate('nats', name, key, says, () => text);

const asUser = ({ username }: Login) => username;

/** The one user of such a file enters, and is known by its public key. */
function byFile(behaviour: string, deployment: string, asks: readonly string[], user: () => string, brokenBy: Mutation): Row<AttachedWorld> {
  return {
    behaviour,
    async observe(world) {
      const [answer] = await world.ask({ client: TRANSPORT_NODE_BY_FILES, namespace: 'nats', deployment, asks });
      return { seen: answer.answer === user() ? 'as the user of that public key' : words(answer), holds: answer.answer === user() };
    },
    brokenBy,
  };
}

export const NATS_TIER = attachedTier({
  name: 'nats',
  real: ['NATS 2.15 with TLS', 'nats-py 2', '@nats-io/transport-node 3'],
  needs: [],
  declare: programs,
  service: {
    isUser: () => true,
    hosts: HOSTS,
    start: (logins, authority) => startNats(HOSTS, logins, authority),
    stored: (login, ca) => ({ 'ClusterSecretStore vault': {
      'nats/events': { ...login, ca },
      'nats/keyed': { seed: identities().keyed.seed, ca },
      'nats/signed': { creds: identities().signed.creds, ca },
    } }),
  },
  rows: [
    everyLogin<Login, AttachedWorld>(
      'nats-py enters by URLs without a credential, hostile users and passwords as they are, and the file of an authority',
      { client: NATS_PY, namespace: 'nats', deployment: 'python', asks: ['EVENTS_URL', 'EVENTS_USERNAME', 'EVENTS_PASSWORD', 'EVENTS_CA_FILE'] }, asUser,
      template('python-events', 'password', 'the password percent-encoded', '{{ .password | urlquery }}')),
    everyLogin<Login, AttachedWorld>(
      "Node's transport-node enters by a list of servers, user, password and the file of an authority",
      { client: TRANSPORT_NODE, namespace: 'nats', deployment: 'node', asks: [] }, asUser,
      template('node-events', 'username', 'the user percent-encoded', '{{ .username | urlquery }}')),
    byFile('Node enters by the file of an NKEY seed', 'by-key', ['nkey', 'KEYED'], () => identities().keyed.publicKey,
      template('by-key-keyed', 'nkey.seed', 'the seed in base64', '{{ index . "nkey-seed" | b64enc }}')),
    byFile('Node enters by a credentials file, which holds what an account has signed and the seed of the user', 'by-file', ['creds', 'SIGNED'], () => identities().signed.publicKey,
      template('by-file-signed', 'nats.creds', 'in one line', '{{ .creds | replace "\\n" " " }}')),
  ],
});
