import * as fc from 'fast-check';
import {
  ExternalObjectStorageProps, Locator, Login, ObjectStorage, ObjectStorageProvider, Protocol, Provision, ServiceShape, Tls, TlsAuthority,
} from '../../src';
import { given } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, told, variablesOf, vault } from '../support/declare';

const keys = { 'access-key-id': 'id', 'secret-access-key': 'key' };
const credentials = vault.secret('files', keys);
const external = (props: Partial<ExternalObjectStorageProps> = {}, shop = newTopology()) => new ObjectStorage(shop, 'files', {
  provider: ObjectStorageProvider.external({ url: 'https://s3.example.com', bucket: 'shop-files', credentials, ...props }),
});
const read = (storage: ObjectStorage) => readable(told(storage, newWorkload(newTopology(), 'orders')));

test('keeps data and answers HTTP; every part is told, and no credential stands in the URL', () => {
  expect(external()).toMatchObject({ protocol: Protocol.HTTP, bindingType: 's3', shape: ServiceShape.DATABASE, showsRequests: false });
  const said = { ENDPOINT_URL: 'https://s3.example.com', REGION: 'us-east-1', BUCKET: 'shop-files', PATH_STYLE: 'true', ACCESS_KEY_ID: '{files id}', SECRET_ACCESS_KEY: '{files key}' };
  expect(read(external())).toEqual({
    ...said, '(endpoint-url)': said.ENDPOINT_URL, '(host)': 's3.example.com', '(port)': '443', '(ssl)': 'true', '(region)': 'us-east-1', '(bucket)': 'shop-files',
    '(path-style)': 'true', '(access-key-id)': '{files id}', '(secret-access-key)': '{files key}',
  });
});

test('a token of a session is told, and an authority where clients verify by it', () => {
  const entries = read(external({ credentials: vault.secret('files', { ...keys, 'session-token': 'token', 'ca': 'ca' }) }));
  expect(entries).toMatchObject({ 'SESSION_TOKEN': '{files token}', 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{files ca}' });
});

test('the endpoint is a URL that leads to host and port', () => fc.assert(fc.property(fc.integer({ min: 1, max: 65535 }), fc.constantFrom('http', 'https'), (port, scheme) => {
  const { ENDPOINT_URL: url, '(host)': host, '(port)': toldPort } = read(external({ url: `${scheme}://s3.example.com:${port}/storage/v1` }));
  const parsed = new URL(url);
  if (parsed.hostname !== host || (parsed.port || String(scheme === 'https' ? 443 : 80)) !== toldPort || parsed.pathname !== '/storage/v1') throw new Error(url);
}), { numRuns: 100 }));

test('is used, or called where a mesh sees its requests', () => {
  const shop = newTopology();
  const [orders, server] = ['orders', 'minio'].map(id => newWorkload(shop, id));
  const files = new ObjectStorage(shop, 'files', { provider: ObjectStorageProvider.workload(server, { bucket: 'files' }) });
  expect(files.showsRequests).toBe(true);
  expect([orders.uses(files), orders.calls(files)].map(({ verb }) => verb)).toEqual(['uses', 'calls']);
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const providers = [
    ObjectStorageProvider.inCluster({ service: 's', namespace: 'n', bucket: 'files', credentials }), ObjectStorageProvider.external({ url: 'https://s3.example.com', bucket: 'files', credentials }),
    ObjectStorageProvider.amazonS3({ region: 'eu-central-1', bucket: 'files', credentials }), ObjectStorageProvider.googleCloudStorage({ bucket: 'files', credentials }),
    ObjectStorageProvider.minioTenant({ tenant: 'files', bucket: 'files', credentials }),
  ];
  const named = providers.map(provider => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(new ObjectStorage(shop, 'files', { provider }));
    return shop.read().bindingsOf(orders).flatMap(variablesOf).join();
  });
  expect(new Set(named)).toEqual(new Set(['FILES_ACCESS_KEY_ID,FILES_BUCKET,FILES_ENDPOINT_URL,FILES_PATH_STYLE,FILES_REGION,FILES_SECRET_ACCESS_KEY']));
});

test('a provider of somebody else tells the bucket by its Provision or its credential, and region and style by parts', () => {
  const locator = Locator.external({ addresses: [{ host: 's3.example.com', port: 443, protocol: Protocol.HTTP, tls: Tls.byClient(TlsAuthority.SYSTEM) }] });
  const login = Login.shared(vault.secret('obc', { ...keys, 'bucket': 'name', 'region': 'region', 'path-style': 'style' }));
  const of = (provision: Provision) => new ObjectStorage(newTopology(), 'files', { provider: given(ObjectStorageProvider, () => provision) });
  expect(read(of(new Provision({ locator, login })))).toMatchObject({ BUCKET: '{obc name}', REGION: '{obc region}', PATH_STYLE: '{obc style}' });
  expect(read(of(new Provision({ locator, database: 'files' })))).toMatchObject({ BUCKET: 'files', REGION: 'us-east-1', PATH_STYLE: 'true' });
  const nameless = of(new Provision({ locator, login: Login.shared(vault.secret('x', { username: 'u' })), database: 'files' }));
  expectRefusal(() => read(nameless), 'BST017', 'chart/shop/files', 'due is "access-key-id" and "secret-access-key"');
});
