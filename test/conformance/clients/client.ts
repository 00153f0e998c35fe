import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { WORK } from '../harness/process';
import { NODE_CLIENTS } from '../toolbox/node-clients';
import { PYTHON } from '../toolbox/python';

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

/** Which container asks what. */
export interface Question {
  readonly client: Client;
  readonly namespace: string;
  readonly deployment: string;
  /** Arguments of the client's program. */
  readonly asks: readonly string[];
}

const LIMIT = ['timeout', '--kill-after=1', '480'];

/** A program of Python; `program` is its file. */
export const python = (library: string, program: string): Client => ({ library, command: [...LIMIT, PYTHON.path('bin/python'), program] });

/** A program of Node; `program` is its file. */
export const node = (library: string, program: string): Client => ({ library, command: [...LIMIT, process.execPath, program] });

/** Any other program. */
export const program = (library: string, ...command: string[]): Client => ({ library, command: [...LIMIT, ...command] });

/**
 * The variables of an image that trusts one authority, as others trust the public ones. Alone, because redis-py reads all of them for each
 * connection. Node has a list of its own; it is to use the image's.
 */
export function image(trusted: string): Record<string, string> {
  const file = join(WORK, 'trusted.crt');
  writeFileSync(file, trusted);
  return {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, TMPDIR: join(WORK, 'tmp'), SSL_CERT_FILE: file, NODE_OPTIONS: '--use-openssl-ca',
    PGCONNECT_TIMEOUT: '10', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: __dirname, NODE_CLIENTS: NODE_CLIENTS.path('node_modules'),
  };
}
