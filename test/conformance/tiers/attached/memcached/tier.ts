import { join } from 'node:path';
import { node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { BERKELEY_DB, MEMCACHED, SASL_DATABASE, SASL_MECHANISMS } from '../../../toolbox/debian';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { programs } from './declaration';
import { HOSTS, REALM, startMemcached } from './server';

const PROGRAMS = join(__dirname, 'programs');
const BMEMCACHED = python('python-binary-memcached', join(PROGRAMS, 'bmemcached-client.py'));
const MEMJS = node('memjs', join(PROGRAMS, 'memjs-client.mjs'));

const template = (name: string, key: string, says: string, text: string) => changeTemplate('memcached', name, key, says, () => text);

const asUser = ({ username }: Login) => ofRealm(username);

/** As SASL's own database has it, its realm stands in the name of a user. */
function ofRealm(username: string): string {
  return `${username}@${REALM}`;
}

export const MEMCACHED_TIER = attachedTier({
  name: 'memcached',
  real: ['Memcached 1.6 with SASL, with TLS and in the clear', 'python-binary-memcached 0.33', 'memjs 1'],
  needs: [MEMCACHED, SASL_MECHANISMS, SASL_DATABASE, BERKELEY_DB],
  declare: programs,
  service: {
    /** SASL takes what follows the first `@` for the realm, and blanks around a user for none of it. */
    isUser: text => !text.includes('@') && text.trim() === text,
    hosts: HOSTS,
    start: startMemcached,
    stored: ({ username, password }, ca) => ({ 'ClusterSecretStore vault': { 'memcached/pages': { username: ofRealm(username), password, ca } } }),
  },
  rows: [
    everyLogin<Login, AttachedWorld>(
      'python-binary-memcached enters two servers by a list, hostile users and passwords as they are, and the file of an authority',
      { client: BMEMCACHED, namespace: 'memcached', deployment: 'python', asks: ['PAGES'] }, asUser,
      template('python-pages', 'password', 'the password percent-encoded', '{{ .password | urlquery }}')),
    everyLogin<Login, AttachedWorld>(
      "Node's memjs, which knows no TLS, enters them in the clear",
      { client: MEMJS, namespace: 'memcached', deployment: 'node', asks: [] }, asUser,
      template('node-drafts', 'username', 'the user percent-encoded', '{{ .username | urlquery }}')),
  ],
});
