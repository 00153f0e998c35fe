import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { Provision } from '../model/provision';
import { TopologyError } from '../private/topology-error';
import { assertSigningRegion } from './aws-region';

/** What clients are told of a bucket besides where its server is. @internal */
export interface Bucket {
  readonly name: string;
  readonly region?: string;
  /** Whether the bucket stands in the path of requests instead of in their host. */
  readonly pathStyle: boolean;
}

/**
 * A server with a bucket of it; `provider` is a word for who provides it, unless an operator does. Throws BST801 if the region cannot be one, BST511 if a URL
 * stands in its place.
 */
export function withBucket(provision: Provision, bucket: Bucket, path: string, provider?: string): Provision {
  if (bucket.region !== undefined) assertSigningRegion(bucket.region, path);
  const region: Record<string, string> = bucket.region === undefined ? {} : { region: bucket.region };
  const settings = { ...region, 'path-style': String(bucket.pathStyle) };
  return new Provision({ ...provision, database: bucket.name, provider: provider ?? provision.provider, settings });
}

/** The parts that tell of a bucket where the provision, which may be that of somebody else, says nothing. */
export const BUCKET_PARTS = ['bucket', 'region', 'path-style'];

/** The roles that tell of a bucket. Throws BST017 if nobody says which it is. */
export function bucketRoles(provision: Provision, credential: Credential | undefined, path: string): Record<'bucket' | 'region' | 'path-style', BindingValue> {
  const { region, 'path-style': pathStyle } = provision.settings;
  const told = (part: string, said: string | undefined, otherwise: string) => said === undefined && credential?.has(part)
    ? BindingValue.secret(credential, part) : BindingValue.literal(said ?? otherwise);
  if (provision.database === undefined && !credential?.has('bucket')) throw nameless(path);
  return {
    'bucket': told('bucket', provision.database, ''),
    'region': told('region', region, 'us-east-1'),
    'path-style': told('path-style', pathStyle, 'true'),
  };
}

function nameless(path: string): TopologyError {
  return new TopologyError({
    code: 'BST017',
    path,
    problem: 'the provider says no bucket: every object lies in one',
    fix: 'give the Provision its name as database, or the credential a part "bucket"',
  });
}
