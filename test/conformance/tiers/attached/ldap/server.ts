import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { output, RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority, KeyPair } from '../../../systems/certificate-authority';
import { AttachedServer } from '../attached-world';
import { bindDn, uidOf } from './bind-dn';
import { BASE_DN, HOSTS } from './declaration';

const FOLDER = join(WORK, 'ldap');
const SUFFIX = 'dc=example,dc=com';

/** OpenLDAP at ports 389 and 636, which takes nobody in the clear. Who has bound may search below the base, and finds its own entry alone. */
export async function startSlapd(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'data'), { recursive: true });
  const [configuration, entries] = ['slapd.conf', 'entries.ldif'].map(name => join(FOLDER, name));
  writeFileSync(configuration, slapdConf(await authority.sign(HOSTS.tls, HOSTS.startTls)));
  writeFileSync(entries, [
    entry(SUFFIX, { objectClass: ['dcObject', 'organization'], o: ['example'], dc: ['example'] }),
    entry(BASE_DN, { objectClass: ['organizationalUnit'], ou: ['Köln, R+D = #1'] }),
    ...logins.map(({ username, password }) => entry(bindDn(username), {
      objectClass: ['inetOrgPerson'], cn: [username], sn: ['x'], uid: [uidOf(username)], userPassword: [hashed(password)],
    })),
  ].join('\n'));
  await output(['slapadd', '-q', '-f', configuration, '-l', entries]);
  const server = RunningProgram.start('slapd', ['slapd', '-d', '0', '-f', configuration, '-h', 'ldap://127.0.0.1:389 ldaps://127.0.0.1:636']);
  await server.ready(listens);
  return server;
}

function slapdConf({ keyFile, certificateFile }: KeyPair): string {
  return [
    ...['core', 'cosine', 'inetorgperson'].map(schema => `include /etc/ldap/schema/${schema}.schema`),
    'modulepath /usr/lib/ldap', 'moduleload back_mdb', `pidfile ${FOLDER}/pid`,
    `TLSCertificateFile ${certificateFile}`, `TLSCertificateKeyFile ${keyFile}`, 'security tls=128',
    'database mdb', `suffix "${SUFFIX}"`, `directory ${FOLDER}/data`, 'maxsize 104857600', 'sizelimit unlimited',
    'access to attrs=userPassword by anonymous auth',
    `access to dn.exact="${BASE_DN.replaceAll('\\', '\\\\')}" by users search`,
    'access to * by self read', '',
  ].join('\n');
}

/** An entry of an LDIF file, of which nothing can be read for anything else. Source: RFC 2849 */
function entry(dn: string, attributes: Record<string, string[]>): string {
  const line = (name: string, value: string) => `${name}:: ${Buffer.from(value).toString('base64')}\n`;
  return line('dn', dn) + Object.entries(attributes).flatMap(([name, values]) => values.map(value => line(name, value))).join('');
}

function hashed(password: string): string {
  const salt = Buffer.from('salt');
  return `{SSHA}${Buffer.concat([createHash('sha1').update(password).update(salt).digest(), salt]).toString('base64')}`;
}

async function listens(): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(636, '127.0.0.1', () => { socket.destroy(); resolve(true); }).on('error', () => resolve(false));
  });
}
