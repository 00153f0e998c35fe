import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { BUCKET_PARTS, bucketRoles } from './bucket-provision';
import { credentialEntries } from './credential-entries';
import { httpScheme, httpUrl } from './http-url';
import { ObjectStorageProvider } from './object-storage-provider';
import { assertParts, ENTERS_OBJECT_STORAGE } from './required-parts';

/** What an object storage is. */
export interface ObjectStorageProps {
  /** Who provides it. */
  readonly provider: ObjectStorageProvider;
}

/**
 * A bucket that is reached by the API of S3. No URL of it has credentials, so its consumers read `<BINDING>_ENDPOINT_URL`, `_REGION`, `_BUCKET` and
 * `_PATH_STYLE` (`true` or `false`) and, where it is entered with a credential, `_ACCESS_KEY_ID` and `_SECRET_ACCESS_KEY`; the roles are `endpoint-url`,
 * `scheme`, `host`, `port`, `ssl`, `region`, `bucket`, `path-style`, `access-key-id`, `secret-access-key` and, if there is one, `session-token`.
 *
 * The SDKs of AWS find all of it by `AWS_ENDPOINT_URL_S3`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; the style of
 * paths they are told in code. Without credentials in the binding they look for a web identity of the pod. Current ones send checksums that
 * servers other than Amazon's may refuse, unless `AWS_REQUEST_CHECKSUM_CALCULATION` and `AWS_RESPONSE_CHECKSUM_VALIDATION` are `when_required`.
 * Sources: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html, https://docs.aws.amazon.com/sdkref/latest/guide/feature-dataintegrity.html
 *
 * Consumers `uses()` it; where they speak HTTP to it in the clear, a mesh sees their requests, and one that wants them timed `calls()` it.
 */
export class ObjectStorage extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST013 if an operator's namespace is unknown
   */
  constructor(scope: Construct, id: string, props: ObjectStorageProps) {
    acceptArguments('new ObjectStorage', [scope, id, props]);
    super(scope, id, { bindingType: 's3', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.DATABASE });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a server is entered with, or if nobody says which bucket it is
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertParts(credential, ENTERS_OBJECT_STORAGE, this.path);
    const { primary } = this.locator;
    const { bucket, region, 'path-style': pathStyle } = bucketRoles(this._provision, credential, this.path);
    const scheme = httpScheme(primary);
    return [
      BindingEntry.text('endpoint-url', httpUrl(primary), { variable: 'ENDPOINT_URL', file: 'endpoint-url' }),
      BindingEntry.text('scheme', scheme),
      BindingEntry.text('host', primary.host, { file: 'host' }),
      BindingEntry.text('port', String(primary.port), { file: 'port' }),
      BindingEntry.text('ssl', String(scheme === 'https'), { file: 'ssl' }),
      BindingEntry.of('region', region, { variable: 'REGION', file: 'region' }),
      BindingEntry.of('bucket', bucket, { variable: 'BUCKET', file: 'bucket' }),
      BindingEntry.of('path-style', pathStyle, { variable: 'PATH_STYLE', file: 'path-style' }),
      ...credentialEntries(credential, primary.tls, BUCKET_PARTS),
    ];
  }
}

guard('ObjectStorage', ObjectStorage);
