import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { WORK } from '../../harness/process';
import { PYTHON } from '../../toolbox/python';

/** What a client got: an answer, or a refusal to let it in, or to do what it asked. */
export interface Answer {
  readonly answer?: string;
  readonly refused?: string;
  readonly failed?: string;
}

/** What it got, in a few words: without whom was asked, without all the names of the one that answered, and without the folders of the machine that asked. */
export function words({ answer, refused, failed }: Answer): string {
  return (answer ?? failed ?? refused ?? 'nothing').replaceAll(`${homedir()}/`, '~/').replace(/^.* failed: /s, '').replace(/ is not in the cert's altnames.*$/s, '').trim().slice(0, 150);
}

/** A program in a container, with the client library that it uses. */
export interface Client {
  readonly library: string;
  readonly command: readonly string[];
}

const LIMIT = ['timeout', '--kill-after=1', '120'];
const python = (library: string, program: string): Client => ({ library, command: [...LIMIT, PYTHON.path('bin/python'), join(__dirname, 'programs', program)] });
const node = (library: string, program: string): Client => ({ library, command: [...LIMIT, process.execPath, join(__dirname, 'programs', program)] });

export const PSYCOPG2 = python('psycopg2', 'psycopg2-client.py');
export const PSYCOPG2_BY_FILES = python('psycopg2', 'psycopg2-files.py');
export const REDIS_PY = python('redis-py', 'redis-client.py');
export const REDIS_PY_BY_PARTS = python('redis-py', 'redis-parts.py');
export const PG = node('pg', 'pg-client.mjs');
export const IOREDIS = node('ioredis', 'ioredis-client.mjs');

/**
 * The variables of an image that trusts one authority, as others trust the public ones. Alone, because redis-py reads all of them for each
 * connection. Node has a list of its own; it is to use the image's.
 */
export function image(trusted: string): Record<string, string> {
  const file = join(WORK, 'trusted.crt');
  writeFileSync(file, trusted);
  return {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, TMPDIR: join(WORK, 'tmp'), SSL_CERT_FILE: file, NODE_OPTIONS: '--use-openssl-ca',
    PGCONNECT_TIMEOUT: '10', PYTHONDONTWRITEBYTECODE: '1',
  };
}
