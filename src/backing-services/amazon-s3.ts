import { ExternalAddressProps } from '../model/address';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertRegion, awsHost } from './aws-region';
import { assertBucket, bucketAddress, canBeHost } from './bucket-name';
import { withBucket } from './bucket-provision';
import { CredentialOptions } from './credential-options';
import { withMembers } from './external-endpoint';
import { authorityOf, provided } from './provided-by';
import { assertParts, ENTERS_OBJECT_STORAGE } from './required-parts';
import { ExternalServingOptions } from './serving-options';

/**
 * A bucket of Amazon S3. It is entered with parts `access-key-id` and `secret-access-key`, and `session-token` if there is one; without credentials, by the role
 * of the pod's ServiceAccount.
 */
export interface AmazonS3Props extends ExternalServingOptions, CredentialOptions {
  /**
   * Name of the bucket, or of an alias for one. With a "." in it, it stands in the path of requests, because no certificate names its host.
   */
  readonly bucket: string;
  /** Region of the bucket: `eu-central-1`. */
  readonly region: string;
}

/** Where Amazon serves a bucket. */
export function amazonS3(props: AmazonS3Props, path: string): Provision {
  const { credentials, cidrs } = props;
  const [name, region] = [assertBucket(props.bucket, path), assertRegion(props.region, path)];
  const at = (host: string): ExternalAddressProps => ({ host, port: 443, protocol: Protocol.HTTP, tls: Tls.byClient(authorityOf(credentials)) });
  const endpoint = at(awsHost('s3', region));
  const pathStyle = !canBeHost(name);
  const members = [...pathStyle ? [] : [bucketAddress(name, endpoint)], ...credentials ? [] : [at(awsHost('sts', region))]];
  const locator = withMembers(endpoint, members, { cidrs });
  const provision = provided(locator, props, path, credential => assertParts(credential, ENTERS_OBJECT_STORAGE, path));
  return withBucket(provision, { name, region, pathStyle }, path, 'amazon-s3');
}
