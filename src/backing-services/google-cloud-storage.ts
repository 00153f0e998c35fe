import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertGoogleBucket, bucketAddress, canBeHost } from './bucket-name';
import { withBucket } from './bucket-provision';
import { CredentialProps } from './credential-options';
import { withMembers } from './external-endpoint';
import { authorityOf, provided } from './provided-by';
import { assertParts, ENTERS_OBJECT_STORAGE } from './required-parts';
import { ExternalServingOptions } from './serving-options';

/** A bucket of Google Cloud Storage. It is entered with an HMAC key: its access ID is the part `access-key-id`, its secret the part `secret-access-key`. */
export interface GoogleCloudStorageProps extends ExternalServingOptions, CredentialProps {
  /** Name of the bucket. With a "." or "_" in it, it stands in the path of requests, because no certificate names its host. */
  readonly bucket: string;
  /**
   * Region that clients sign requests for.
   *
   * @default "auto", which Google's own samples have
   */
  readonly region?: string;
}

/** Where Google serves a bucket to clients of S3. Source: https://docs.cloud.google.com/storage/docs/request-endpoints */
export function googleCloudStorage(props: GoogleCloudStorageProps, path: string): Provision {
  const { region = 'auto', credentials, cidrs } = props;
  const name = assertGoogleBucket(props.bucket, path);
  const endpoint = { host: 'storage.googleapis.com', port: 443, protocol: Protocol.HTTP, tls: Tls.byClient(authorityOf(credentials)) };
  const pathStyle = !canBeHost(name);
  const locator = withMembers(endpoint, pathStyle ? [] : [bucketAddress(name, endpoint)], { cidrs });
  const provision = provided(locator, props, path, credential => assertParts(credential, ENTERS_OBJECT_STORAGE, path));
  return withBucket(provision, { name, region, pathStyle }, path, 'google-cloud-storage');
}
