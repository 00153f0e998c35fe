import { Provision } from '../model/provision';
import { assertBucket, bucketAddress } from './bucket-name';
import { BucketProps } from './bucket-options';
import { withBucket } from './bucket-provision';
import { endpointAddress, usableBy, withMembers } from './external-endpoint';
import { ExternalEndpointProps } from './external-endpoint-props';
import { provided } from './provided-by';
import { assertParts, ENTERS_OBJECT_STORAGE } from './required-parts';

/**
 * A bucket of a third party: Cloudflare R2, a Ceph or MinIO outside of the cluster. It is entered with parts `access-key-id` and `secret-access-key`, and
 * `session-token` if there is one, or without credentials.
 */
export interface ExternalObjectStorageProps extends ExternalEndpointProps, BucketProps {
  /**
   * Whether clients put the bucket in the path of requests. Otherwise it stands before the host, `<bucket>.s3.example.com`, and they are let through to that
   * as well.
   *
   * @default true
   */
  readonly pathStyle?: boolean;
}

/** Where a third party serves a bucket. */
export function externalObjectStorage(props: ExternalObjectStorageProps, path: string): Provision {
  const { url, credentials, region, pathStyle = true } = props;
  const endpoint = endpointAddress(url, credentials, path);
  const name = assertBucket(props.bucket, path);
  const complete = usableBy(endpoint, path, credential => assertParts(credential, ENTERS_OBJECT_STORAGE, path));
  const locator = withMembers(endpoint, pathStyle ? [] : [bucketAddress(name, endpoint)], props);
  return withBucket(provided(locator, props, path, complete), { name, region, pathStyle }, path);
}
