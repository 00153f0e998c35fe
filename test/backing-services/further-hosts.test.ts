import { AddressRole, Tls } from '../../src';
import { atEachHost } from '../../src/backing-services/further-hosts';

const told = { host: 'a.example.com', port: 80, targetPort: 443, tls: Tls.BY_MESH };

test('a further host is dialled as the one that consumers are told', () =>
  expect(atEachHost(told, ['b.example.com', '*.a.example.com'])).toEqual([
    told, { ...told, host: 'b.example.com', role: AddressRole.MEMBER }, { ...told, host: '*.a.example.com', role: AddressRole.MEMBER }]));

test('each is there once, and none where none is said', () => {
  expect(atEachHost(told, ['b.example.com', 'a.example.com', 'b.example.com'])).toHaveLength(2);
  expect(atEachHost(told)).toEqual([told]);
});
