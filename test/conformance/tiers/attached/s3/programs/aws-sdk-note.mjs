import { createHash } from 'node:crypto';
import { library } from '../../../../clients/each-environment.mjs';

const { GetObjectCommand, PutObjectCommand, S3Client } = library('@aws-sdk/client-s3');

/** Writes and reads what only this user may: the name is what the server took it for, as each has a prefix of its own. */
export async function note(user, bucket, options) {
  const client = new S3Client({ maxAttempts: 1, ...options });
  const where = { Bucket: bucket, Key: `${createHash('sha256').update(user).digest('hex')}/note` };
  try {
    await client.send(new PutObjectCommand({ ...where, Body: user }));
    return { answer: await (await client.send(new GetObjectCommand(where))).Body.transformToString() };
  } catch (error) {
    return { refused: String(error) };
  } finally {
    client.destroy();
  }
}
