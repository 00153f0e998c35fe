import { ObjectStorage, ObjectStorageProvider, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const credentials = vault.secret('files', { 'access-key-id': 'id', 'secret-access-key': 'key' });
const declare = (provider: ObjectStorageProvider, topology = newTopology()) => new ObjectStorage(topology, 'files', { provider });
const read = (storage: ObjectStorage) => readable(told(storage, newWorkload(newTopology(), 'orders')));

test.each([[undefined, 9000], [8333, 8333]])('asked for port %p, a workload of ours and a neighbour serve at %i, with the bucket in the path', (port, served) => {
  const topology = newTopology();
  const ours = declare(ObjectStorageProvider.workload(newWorkload(topology, 'minio'), { port, bucket: 'files', region: 'eu-1' }), topology);
  const theirs = declare(ObjectStorageProvider.inCluster({ service: 's3', namespace: 'other', port, bucket: 'files', region: 'eu-1' }));
  expect([ours, theirs].map(storage => read(storage))).toEqual([
    expect.objectContaining({ ENDPOINT_URL: `http://files.shop.svc:${served}`, BUCKET: 'files', REGION: 'eu-1', PATH_STYLE: 'true' }),
    expect.objectContaining({ ENDPOINT_URL: `http://s3.other.svc:${served}`, BUCKET: 'files', REGION: 'eu-1', PATH_STYLE: 'true' }),
  ]);
});

test('a server with TLS is told as https', () =>
  expect(read(declare(ObjectStorageProvider.inCluster({ service: 's3', namespace: 'n', bucket: 'files', tls: Tls.byClient() })))).toMatchObject({ 'ENDPOINT_URL': 'https://s3.n.svc:9000', '(ssl)': 'true' }));

test('one who only reads enters with the credentials for that', () => {
  const provider = ObjectStorageProvider.amazonS3({ region: 'eu-central-1', bucket: 'files', credentials, readOnlyCredentials: credentials });
  expect(declare(provider).login!.enforcesReadOnly).toBe(true);
});

test.each<[string, () => ObjectStorageProvider]>([
  ['inCluster', () => ObjectStorageProvider.inCluster({ service: 's', namespace: 'n', bucket: 'files', credentials: vault.secret('x') })],
  ['external', () => ObjectStorageProvider.external({ url: 'https://s3.example.com', bucket: 'files', credentials: vault.secret('x') })],
  ['amazonS3', () => ObjectStorageProvider.amazonS3({ region: 'eu-central-1', bucket: 'files', credentials: vault.secret('x') })],
  ['googleCloudStorage', () => ObjectStorageProvider.googleCloudStorage({ bucket: 'files', credentials: vault.secret('x') })],
  ['minioTenant', () => ObjectStorageProvider.minioTenant({ tenant: 'files', bucket: 'files', credentials: vault.secret('x') })],
])('BST017: %s is not entered with user and password', (_, provider) =>
  expectRefusal(() => declare(provider()), 'BST017', 'chart/shop/files', 'due is "access-key-id" and "secret-access-key"'));
