import { ExternalAddressProps } from '../model/address';
import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';

/**
 * What all buckets of S3 obey; some endings are kept for aliases, which stand in the place of a bucket.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const BUCKET: NameRule = {
  what: 'a bucket',
  pattern: /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)(?=.{3})[a-z0-9][-.a-z0-9]*[a-z0-9]$/,
  longest: 63,
  allowed: '3 to 63 lower-case letters, digits, "-" and ".", a letter or digit first and last, no two "." together, no IP address',
};

/** Source: https://cloud.google.com/storage/docs/buckets#naming */
const GOOGLE_BUCKET: NameRule = {
  what: 'a bucket of Google Cloud Storage',
  pattern: /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)(?=.{3})(?!.*[^.]{64})[a-z0-9][-_.a-z0-9]*[a-z0-9]$/,
  longest: 222,
  allowed: '3 to 63 lower-case letters, digits, "-", "_" and ".", a letter or digit first and last; with "." up to 222, 63 between dots; no IP address',
};

/** Throws BST801 unless it can be a bucket, BST511 if a URL stands in its place; returns it. */
export function assertBucket(bucket: string, path: string): string {
  return assertName(BUCKET, assertNoUrl(bucket, path), path);
}

/** The same for a bucket of Google Cloud Storage. */
export function assertGoogleBucket(bucket: string, path: string): string {
  return assertName(GOOGLE_BUCKET, assertNoUrl(bucket, path), path);
}

/** Whether the bucket can stand at the front of a host in whose certificate `*.` stands for it: no name of several labels can. */
export function canBeHost(bucket: string): boolean {
  return /^[-a-z0-9]{3,63}$/.test(bucket);
}

/** Where clients find a bucket whose name stands before the host of its server. */
export function bucketAddress(bucket: string, endpoint: ExternalAddressProps): ExternalAddressProps {
  return { ...endpoint, host: `${bucket}.${endpoint.host}` };
}
