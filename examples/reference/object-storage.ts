import { Chart } from 'cdk8s';
import { EnvNames, ObjectStorage, ObjectStorageProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, six buckets: whoever provides one, its consumer reads endpoint, region, bucket and keys. */
export function objectStorage(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const keys = (entry: string) => vault.secret(entry, { 'access-key-id': 'id', 'secret-access-key': 'key' });
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const archive = new ObjectStorage(topology, 'archive', { provider: ObjectStorageProvider.external({
    url: 'https://s3.example.com', bucket: 'shop-archive', region: 'eu-1', credentials: keys('shop/archive'),
  }) });
  orders.uses(archive);
  // #endregion

  // #region inCluster
  const reports = new ObjectStorage(topology, 'reports', { provider: ObjectStorageProvider.inCluster({
    service: 'seaweedfs-s3', namespace: 'storage', podLabels: { app: 'seaweedfs' }, port: 8333, bucket: 'reports', credentials: keys('storage/reports'),
  }) });
  orders.uses(reports);
  // #endregion

  // #region workload
  const server = process('minio');
  const drafts = new ObjectStorage(topology, 'drafts', { provider: ObjectStorageProvider.workload(server, {
    bucket: 'drafts', credentials: keys('shop/drafts'),
    serverEnvNames: EnvNames.map({ MINIO_ROOT_USER: '{access-key-id}', MINIO_ROOT_PASSWORD: '{secret-access-key}' }),
  }) });
  orders.uses(drafts);
  // #endregion

  // #region amazonS3
  const invoices = new ObjectStorage(topology, 'invoices', { provider: ObjectStorageProvider.amazonS3({ bucket: 'shop-invoices', region: 'eu-central-1' }) });
  orders.uses(invoices, { envNames: EnvNames.map({ AWS_ENDPOINT_URL_S3: '{endpoint-url}', AWS_REGION: '{region}', INVOICES_BUCKET: '{bucket}' }) });
  // #endregion

  // #region googleCloudStorage
  const pictures = new ObjectStorage(topology, 'pictures', { provider: ObjectStorageProvider.googleCloudStorage({
    bucket: 'shop-pictures', credentials: keys('shop/pictures'),
  }) });
  orders.uses(pictures);
  // #endregion

  // #region minioTenant
  const exports = new ObjectStorage(topology, 'exports', { provider: ObjectStorageProvider.minioTenant({
    tenant: 'files', namespace: 'minio-files', bucket: 'exports',
    credentials: vault.secret('minio/exports', { 'access-key-id': 'id', 'secret-access-key': 'key', 'ca': 'ca' }),
  }) });
  orders.uses(exports);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
