import { BindingRequest, DataAccess, ObjectStorage, ObjectStorageProvider, SecretStore, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, neighbour, servedBy, service } from '../baseline-parts';

const keys = () => SecretStore.cluster('vault').secret('shop/files', { 'access-key-id': 'id', 'secret-access-key': 'key' });
const entered = () => ({ credentials: keys(), readOnlyCredentials: keys() });
const bucket = { bucket: 'shop-files', region: 'eu-central-1' };

export const OBJECT_STORAGE = {
  'ObjectStorage#bind': bench => ({
    on: new ObjectStorage(bench.topology, 'a', { provider: ObjectStorageProvider.workload(bench.web, bucket) }),
    args: [BindingRequest._of(bench.web, DataAccess.READ_WRITE, [], keys())],
  }),
  'ObjectStorageProvider.amazonS3': () => ({ args: [{ ...entered(), ...bucket, cidrs: CIDRS }] }),
  'ObjectStorageProvider.external': () => ({ args: [{ ...entered(), ...bucket, url: 'https://s3.example.com', pathStyle: false, cidrs: CIDRS, endpoints: ENDPOINTS }] }),
  'ObjectStorageProvider.googleCloudStorage': () => ({ args: [{ ...entered(), ...bucket, cidrs: CIDRS }] }),
  'ObjectStorageProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...bucket, port: 9000 }] }),
  'ObjectStorageProvider.minioTenant': () => ({ args: [{ ...entered(), ...bucket, tenant: 'files', namespace: 'minio', tls: Tls.NONE }] }),
  'ObjectStorageProvider.workload': bench => servedBy(bench, { ...entered(), ...bucket, port: 9000 }),
  'new ObjectStorage': bench => service(bench, { provider: ObjectStorageProvider.workload(bench.web, bucket) }),
} satisfies Partial<Record<CallName, Baselines>>;
