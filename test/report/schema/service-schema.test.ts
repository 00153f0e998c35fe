import { Protocol, ServiceShape } from '../../../src';
import { AddressRole } from '../../../src/model/address';
import { ServiceOwner } from '../../../src/model/locator';
import { TlsAuthority, TlsStart } from '../../../src/model/tls';
import { flawOf } from '../../../src/report/schema/flaw';
import { SERVICE } from '../../../src/report/schema/service-schema';

const address = { role: 'primary', host: 'a.example.com', port: 80, targetPort: 80, protocol: 'http' };
const service = {
  path: 's/a', name: 'a', bindingType: 'http', shape: 'api', locator: { owner: 'external', addresses: [address] }, routes: [],
};
const at = (changed: object) => ({ ...service, locator: { ...service.locator, addresses: [{ ...address, ...changed }] } });

test('takes every role, owner, and beginning and authority of TLS of the model', () => {
  for (const role of Object.values(AddressRole)) expect(flawOf(SERVICE, at({ role }))).toBeUndefined();
  for (const owner of Object.values(ServiceOwner)) expect(flawOf(SERVICE, { ...service, locator: { ...service.locator, owner } })).toBeUndefined();
  for (const start of Object.values(TlsStart)) expect(flawOf(SERVICE, at({ tls: { start } }))).toBeUndefined();
  for (const authority of Object.values(TlsAuthority)) expect(flawOf(SERVICE, at({ tls: { start: 'client', authority } }))).toBeUndefined();
});

test('takes every shape and protocol of the model', () => {
  for (const shape of Object.values(ServiceShape)) expect(flawOf(SERVICE, { ...service, shape })).toBeUndefined();
  for (const { name } of [Protocol.HTTP, Protocol.GRPC, Protocol.TCP]) expect(flawOf(SERVICE, at({ protocol: name }))).toBeUndefined();
});

test.each<[object, string]>([
  [{ port: 0 }, 'locator.addresses[0].port is 0'],
  [{ targetPort: undefined }, 'locator.addresses[0] has no "targetPort"'],
  [{ tls: 'mesh' }, 'locator.addresses[0].tls is "mesh"'],
  [{ tls: { start: 'mesh', authority: 'nobody' } }, 'locator.addresses[0].tls.authority is "nobody"'],
  [{ password: 'x' }, 'locator.addresses[0] has the unknown member "password"'],
])('refuses an address with %j', (changed, flaw) => expect(flawOf(SERVICE, at(changed))).toContain(flaw));

test('refuses a weight above 100 percent', () =>
  expect(flawOf(SERVICE, { ...service, routes: [{ weights: { v1: 101 }, matches: [], onTheWay: [] }] })).toBe('routes[0].weights["v1"] is 101: allowed is a whole number from 0 to 100'));
