// Binds and searches once for each environment on standard input, as a program in such a container does, and says whose entry it may read.
// Argument: the beginning of the names of its variables.
import { readFileSync } from 'node:fs';
import { library, printForEach } from '../../../../clients/each-environment.mjs';

const { Client } = library('ldapts');
const [prefix] = process.argv.slice(2);

async function answer() {
  const part = name => process.env[`${prefix}_${name}`];
  const [url, base, user, password, startTls] = ['URL', 'BASE_DN', 'USERNAME', 'PASSWORD', 'START_TLS'].map(part);
  const tlsOptions = { ca: readFileSync(part('CA_FILE')) };
  const client = new Client({ url, connectTimeout: 10_000, ...url.startsWith('ldaps:') ? { tlsOptions } : {} });
  try {
    if (startTls === 'true') await client.startTLS({ ...tlsOptions, host: new URL(url).hostname });
    await client.bind(user, password);
    const { searchEntries } = await client.search(base, { scope: 'sub', filter: '(objectClass=person)', attributes: ['cn'] });
    return { answer: searchEntries.map(({ cn }) => cn).join() };
  } catch (error) {
    return { refused: `${error.name}: ${error.message}` };
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

await printForEach(answer);
