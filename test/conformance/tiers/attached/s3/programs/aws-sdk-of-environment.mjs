// For each environment on standard input: leaves it to the SDK to find endpoint, region and keys, and writes into the bucket.
import { printForEach } from '../../../../clients/each-environment.mjs';
import { note } from './aws-sdk-note.mjs';

await printForEach(() => note(process.env.AWS_ACCESS_KEY_ID, process.env.BUCKET, { forcePathStyle: true }), 1);
