// Writes once for each environment on standard input, as a program in such a container does that is told all of it in a URL.
import { printForEach } from '../../../../clients/each-environment.mjs';
import { note } from './opensearch-note.mjs';

await printForEach(() => note(decodeURIComponent(new URL(process.env.OPENSEARCH_URL).username), { node: process.env.OPENSEARCH_URL }));
