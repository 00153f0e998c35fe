import { MinioTenantProps, ObjectStorage, ObjectStorageProvider, ServiceOwner, Tls } from '../../src';
import { expectRefusal, newTopology, survivesHostileText, topologyWithoutNamespace, vault } from '../support/declare';

const credentials = vault.secret('files', { 'access-key-id': 'id', 'secret-access-key': 'key', 'ca': 'ca' });
const declare = (props: Partial<MinioTenantProps> = {}, topology = newTopology()) =>
  new ObjectStorage(topology, 'files', { provider: ObjectStorageProvider.minioTenant({ tenant: 'shop', bucket: 'files', ...props }) });

test('is served by a Service that has one name everywhere, from pods that the operator labels', () => {
  const { locator, provider } = declare({ namespace: 'minio', credentials });
  expect(locator).toMatchObject({ owner: ServiceOwner.OPERATOR, resource: 'shop', namespace: 'minio', podLabels: { 'v1.min.io/tenant': 'shop' } });
  expect(locator.primary).toMatchObject({ host: 'minio.minio.svc', port: 443, targetPort: 9000, tls: { start: 'client', authority: 'login' } });
  expect(provider).toBe('minio');
});

test('without TLS it has another port', () => expect(declare({ tls: Tls.NONE }).locator.primary).toMatchObject({ host: 'minio.shop.svc', port: 80, targetPort: 9000, appProtocol: 'http' }));

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets } = declare()._provision;
  expect([furtherServices, furtherSecrets]).toEqual([['shop-console', 'shop-hl'], ['shop-tls']]);
});

test.each<[string, Partial<MinioTenantProps>]>([['BST801', { tenant: 'My Shop' }], ['BST801', { tenant: 'a'.repeat(56) }], ['BST801', { bucket: 'F' }], ['BST801', { namespace: 'a.b' }]])(
  '%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'chart/shop/files'));

test('BST013: refuses to live in no namespace', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/files', 'MinIO Tenant', 'ObjectStorageProvider.minioTenant()'));

test('survives hostile text', () => survivesHostileText(text => [{ tenant: text }, { namespace: text }, { region: text }].forEach(props => declare(props))));
