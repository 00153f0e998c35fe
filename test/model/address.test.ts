import { Address, AddressRole, ExternalAddressProps, Locator, Protocol, ServiceAddressProps, Tls } from '../../src';

const told = { role: AddressRole.PRIMARY, port: 80, targetPort: 8080, protocol: Protocol.HTTP, tls: Tls.byClient() };
const ofService: Required<ServiceAddressProps> = { ...told, service: 'users', headless: true, targetPortName: 'main' };
const external: Required<ExternalAddressProps> = { ...told, host: 'users.example.com', basePath: '/v1' };
const addressOf = (props: ServiceAddressProps) => Locator.inCluster({ namespace: 'books', addresses: [props] }).primary;
const outside = (props: Partial<ExternalAddressProps>) => Locator.external({ addresses: [{ host: 'a.example.com', port: 1, ...props }] }).primary;

test('of a Service is dialled by a name of its namespace, and tells all that it is told', () =>
  expect({ ...addressOf(ofService) }).toEqual({ ...ofService, host: 'users.books.svc', basePath: '' }));

test('outside of the cluster tells all that it is told', () => expect({ ...outside(external) }).toEqual({ ...external, service: undefined, headless: false, targetPortName: undefined }));

test('is told nothing but a port, it is the primary one, of bytes in the clear', () => {
  const usual = { role: AddressRole.PRIMARY, port: 1, targetPort: 1, protocol: Protocol.TCP, tls: Tls.NONE, headless: false, basePath: '' };
  expect(addressOf({ service: 'users', port: 1 })).toMatchObject(usual);
  expect(outside({})).toMatchObject(usual);
});

test.each<[Protocol, Tls, boolean, string]>([
  [Protocol.HTTP, Tls.NONE, true, 'http'], [Protocol.GRPC, Tls.NONE, true, 'grpc'], [Protocol.TCP, Tls.NONE, false, 'tcp'],
  [Protocol.HTTP, Tls.BY_MESH, true, 'http'], [Protocol.HTTP, Tls.byClient(), false, 'tls'], [Protocol.GRPC, Tls.byClient(), false, 'tls'],
  [Protocol.TCP, Tls.byClient(), false, 'tcp'], [Protocol.TCP, Tls.byClient().namingServer(), false, 'tls'],
  [Protocol.HTTP, Tls.inProtocol(), false, 'tcp'], [Protocol.TCP, Tls.inProtocol(), false, 'tcp'],
])('with %s and %j shows requests: %p, and is %s to a mesh', (protocol, tls, showsRequests, appProtocol) => {
  const address: Address = outside({ protocol, tls });
  expect([address.showsRequests, address.appProtocol]).toEqual([showsRequests, appProtocol]);
});

test('is TCP to a mesh where the host is an IP address, which clients send to nobody as a name', () =>
  expect(['203.0.113.7', '2001:db8::7'].map(host => outside({ host, tls: Tls.byClient().namingServer() }).appProtocol)).toEqual(['tcp', 'tcp']));

test.each([['a.example.com', 'a.example.com:1'], ['203.0.113.7', '203.0.113.7:1'], ['2001:db8::7', '[2001:db8::7]:1']])('at %s is %s in one text', (host, text) =>
  expect(outside({ host }).hostAndPort).toBe(text));

test('of a Service needs no name from clients, because it has an address', () =>
  expect(addressOf({ service: 'users', port: 1, tls: Tls.byClient() }).appProtocol).toBe('tls'));
