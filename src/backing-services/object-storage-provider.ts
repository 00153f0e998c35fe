import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { AmazonS3Props, amazonS3 } from './amazon-s3';
import { assertBucket } from './bucket-name';
import { BucketProps } from './bucket-options';
import { withBucket } from './bucket-provision';
import { ExternalObjectStorageProps, externalObjectStorage } from './external-object-storage';
import { given } from './given';
import { GoogleCloudStorageProps, googleCloudStorage } from './google-cloud-storage';
import { MinioTenantProps, minioTenant } from './minio-tenant';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts, ENTERS_OBJECT_STORAGE } from './required-parts';

/** A bucket that a workload of ours serves. */
export interface ObjectStorageWorkloadOptions extends WorkloadPortOptions, BucketProps {}

/** A bucket of a server that somebody else runs in this cluster. */
export interface InClusterObjectStorageProps extends InClusterProps, BucketProps {}

/** MinIO's; SeaweedFS has 8333. */
const USUAL = { port: 9000, protocol: Protocol.HTTP };

/**
 * Who provides a bucket. What extends it gives a primary address with `Protocol.HTTP`; the bucket as `database` of the `Provision`, or as a part
 * `bucket` of the login; a login of parts `access-key-id` and `secret-access-key`, and `session-token` if there is one, or none; and, where they are not
 * `us-east-1` and `true`, parts `region` and `path-style`.
 */
export abstract class ObjectStorageProvider extends ServiceProvider {
  /**
   * A workload of ours, such as MinIO or SeaweedFS; the mesh encrypts. Usual port: 9000. The bucket stands in the path of requests: no name in a cluster has a
   * Service's before it.
   *
   * @throws BST801 if the bucket cannot be one, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: ObjectStorageWorkloadOptions): ObjectStorageProvider {
    return given(ObjectStorageProvider, ({ id, path }) => inTheCluster(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 9000. The bucket stands in the path of requests.
   *
   * @throws BST801 if the bucket cannot be one, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterObjectStorageProps): ObjectStorageProvider {
    return given(ObjectStorageProvider, ({ path }) => inTheCluster(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party whose API is that of S3.
   *
   * @throws BST511 if credentials are in the URL, BST027 if it is no such URL, BST801 if the bucket cannot be one, BST032 if the host is not outside, BST017 if the
   * credentials lack a part, or have one that only a client can use which starts TLS
   */
  public static external(props: ExternalObjectStorageProps): ObjectStorageProvider {
    return given(ObjectStorageProvider, ({ path }) => externalObjectStorage(props, path));
  }

  /**
   * Amazon S3. Consumers are told the endpoint of the region, and let through to it and to the bucket's own host; to the Security Token Service of the region
   * too, if there are no credentials, because it is there that a pod's web identity becomes one. A pod that EKS Pod Identity serves asks an agent of its node
   * instead, at 169.254.170.23 and port 80, which `additionalEgress` lets through.
   * Sources: https://docs.aws.amazon.com/general/latest/gr/s3.html, https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   *
   * @throws BST801 if the region or bucket cannot be one, BST511 if a URL stands in the place of one, BST026 if an address range is none, BST017 if the
   * credentials lack a part
   */
  public static amazonS3(props: AmazonS3Props): ObjectStorageProvider {
    return given(ObjectStorageProvider, ({ path }) => amazonS3(props, path));
  }

  /**
   * Google Cloud Storage, by its API for clients of S3, which is entered with HMAC keys.
   * Source: https://docs.cloud.google.com/storage/docs/aws-simple-migration
   *
   * @throws BST801 if the bucket cannot be one, BST511 if a URL stands in its place, BST026 if an address range is none, BST017 if the credentials lack a part
   */
  public static googleCloudStorage(props: GoogleCloudStorageProps): ObjectStorageProvider {
    return given(ObjectStorageProvider, ({ path }) => googleCloudStorage(props, path));
  }

  /**
   * A Tenant of the MinIO operator, of which a namespace has one. The operator keeps no credential that clients could read, so theirs are given. Unless told,
   * the Tenant has TLS by a certificate of the cluster's own authority, which clients verify by a part `ca` of the credentials.
   * Source: https://docs.min.io/community/minio-object-store/reference/operator-crd.html
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST511 if a URL stands in the place of the bucket, BST017 if the credentials lack a part
   */
  public static minioTenant(props: MinioTenantProps): ObjectStorageProvider {
    return given(ObjectStorageProvider, asked => minioTenant(props, asked));
  }
}

guard('ObjectStorageProvider', ObjectStorageProvider);

function inTheCluster(locator: Locator, options: ProvidedOptions & BucketProps, path: string): Provision {
  const bucket = { name: assertBucket(options.bucket, path), region: options.region, pathStyle: true };
  return withBucket(provided(locator, options, path, credential => assertParts(credential, ENTERS_OBJECT_STORAGE, path)), bucket, path);
}
