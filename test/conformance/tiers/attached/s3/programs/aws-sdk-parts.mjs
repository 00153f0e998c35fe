// For each environment on standard input: reads the binding's own variables, and writes into the bucket.
// Argument: the beginning of the names of its variables.
import { readFileSync } from 'node:fs';
import { printForEach } from '../../../../clients/each-environment.mjs';
import { note } from './aws-sdk-note.mjs';

const [prefix] = process.argv.slice(2);

function answer() {
  const part = name => process.env[`${prefix}_${name}`];
  const [accessKeyId, secretAccessKey, bucket] = ['ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'BUCKET'].map(part);
  return note(accessKeyId, bucket, {
    endpoint: part('ENDPOINT_URL'), region: part('REGION'), forcePathStyle: part('PATH_STYLE') === 'true', credentials: { accessKeyId, secretAccessKey },
    requestHandler: { httpsAgent: { ca: readFileSync(part('CA_FILE')) } },
  });
}

await printForEach(answer);
