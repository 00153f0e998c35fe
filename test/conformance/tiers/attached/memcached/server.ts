import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Login } from '../../../clients/hostile-logins';
import { output, RunningProgram, WORK } from '../../../harness/process';
import { CertificateAuthority } from '../../../systems/certificate-authority';
import { isListening } from '../../../systems/listening';
import { resolve } from '../../../systems/names';
import { AttachedServer } from '../attached-world';

export const HOSTS = ['memcached-1.pages.example.com', 'memcached-2.pages.example.com'] as const;
export const PORTS = { tls: 11211, clear: 11212 } as const;
/** What SASL knows users by besides their names: clients tell it as a part of the user. */
export const REALM = 'shop';

const ADDRESSES = ['127.0.0.1', '127.0.0.2'] as const;
const FOLDER = join(WORK, 'memcached');
const USERS = join(FOLDER, 'users.db');

/** Two Memcached servers, which take users by SASL alone, at one port by TLS and at another in the clear. */
export async function startMemcached(logins: readonly Login[], authority: CertificateAuthority): Promise<AttachedServer> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await keep(logins);
  const { keyFile, certificateFile } = await authority.sign(...HOSTS);
  const servers = await Promise.all(ADDRESSES.map(async (address, i) => {
    await resolve(address, [HOSTS[i]]);
    const server = RunningProgram.start(`memcached-${address}`, [
      'memcached', '--user=root', '--enable-sasl', '--enable-ssl', `--extended=ssl_chain_cert=${certificateFile},ssl_key=${keyFile}`,
      `--listen=${address}:${PORTS.tls},notls:${address}:${PORTS.clear}`,
    ], { env: { PATH: '/usr/bin:/bin', SASL_CONF_PATH: FOLDER } });
    await server.ready(() => isListening(address, PORTS.clear));
    return server;
  }));
  return { stop: async () => { await Promise.all(servers.map(server => server.stop())); } };
}

/** What saslpasswd2 would write, one user for each process. Source: cyrus-sasl, sasldb/db_berkeley.c */
async function keep(logins: readonly Login[]): Promise<void> {
  const hex = (...words: string[]) => ` ${Buffer.from(words.join('\0')).toString('hex')}\n`;
  const records = logins.map(({ username, password }) => hex(username, REALM, 'userPassword') + hex(password)).join('');
  await output(['db5.3_load', USERS], { input: `VERSION=3\nformat=bytevalue\ntype=hash\nHEADER=END\n${records}DATA=END\n` });
  writeFileSync(join(FOLDER, 'memcached.conf'), `mech_list: plain\npwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: ${USERS}\n`);
}
