// Writes once for each environment on standard input, as a program in such a container does that is told user and password beside the URL.
import { readFileSync } from 'node:fs';
import { printForEach } from '../../../../clients/each-environment.mjs';
import { note } from './opensearch-note.mjs';

function answer() {
  const { SEARCH_URL: node, SEARCH_USERNAME: username, SEARCH_PASSWORD: password, SEARCH_CA_FILE: ca } = process.env;
  return note(username, { node, auth: { username, password }, ssl: { ca: readFileSync(ca) } });
}

await printForEach(answer);
