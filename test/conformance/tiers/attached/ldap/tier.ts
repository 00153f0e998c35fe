import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { SLAPD } from '../../../toolbox/debian';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { bindDn } from './bind-dn';
import { HOSTS, programs } from './declaration';
import { startSlapd } from './server';

const PROGRAMS = join(__dirname, 'programs');
const LDAPTS = node('ldapts', join(PROGRAMS, 'ldapts-client.mjs'));
const LDAP3 = python('ldap3', join(PROGRAMS, 'ldap3-parts.py'));

const enters = (behaviour: string, client: Client, deployment: string, asks: readonly string[], brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 'ldap', deployment, asks }, ({ username }) => username, brokenBy));
const told = (deployment: string, name: string, value: string) => changeVariable(deployment, 'ldap', name, `is ${value}`, variable => { variable.value = value; });

export const LDAP_TIER = attachedTier({
  name: 'ldap',
  real: ['OpenLDAP 2.5 with TLS', 'ldapts 9', 'ldap3 2.9'],
  needs: [SLAPD],
  declare: programs,
  service: {
    isUser: () => true,
    hosts: [HOSTS.tls, HOSTS.startTls],
    start: startSlapd,
    stored: ({ username, password }, ca) => ({ 'ClusterSecretStore vault': { 'ldap/reader': { 'bind-dn': bindDn(username), password, ca } } }),
  },
  rows: [
    enters("Node's ldapts binds by a URL of TLS, as distinguished names with hostile parts and with hostile passwords, and searches below a base with escapes in it",
      LDAPTS, 'node', ['STAFF'], changeTemplate('ldap', 'node-staff', 'password', 'percent-encoded', () => '{{ .password | urlquery }}')),
    enters('it asks for StartTLS where it is told to', LDAPTS, 'node-start-tls', ['PARTNERS'], told('node-start-tls', 'PARTNERS_START_TLS', 'false')),
    enters("Python's ldap3 binds by parts: host, port, whether to start TLS, name, password and the file of an authority", LDAP3, 'python', [],
      changeTemplate('ldap', 'python-staff', 'username', 'without backslashes', () => String.raw`{{ .username | replace "\\" "" }}`)),
    enters('it asks for StartTLS where it is told to, and finds what is below the base', LDAP3, 'python-start-tls', [],
      told('python-start-tls', 'LDAP_BASE_DN', 'ou=Köln,dc=example,dc=com')),
  ],
});
