import { Tls, TlsAuthority, TlsStart } from '../../src';
import { isBranded } from '../../src/private/brand';

test.each<[string, Tls, TlsStart, TlsAuthority | undefined, boolean]>([
  ['nobody', Tls.NONE, TlsStart.NONE, undefined, false],
  ['the mesh, which trusts the authorities of its system', Tls.BY_MESH, TlsStart.MESH, TlsAuthority.SYSTEM, false],
  ['the client, which trusts those of its own', Tls.byClient(), TlsStart.CLIENT, TlsAuthority.SYSTEM, true],
  ['the client, which trusts the one of its login', Tls.byClient(TlsAuthority.LOGIN), TlsStart.CLIENT, TlsAuthority.LOGIN, true],
  ['the protocol, with authorities that the client trusts', Tls.inProtocol(), TlsStart.PROTOCOL, TlsAuthority.SYSTEM, true],
  ['the protocol, with nobody who vouches', Tls.inProtocol(TlsAuthority.NONE), TlsStart.PROTOCOL, TlsAuthority.NONE, true],
])('is started by %s', (_, tls, start, authority, isOfClient) => {
  expect([tls.start, tls.authority, tls.isOfClient]).toEqual([start, authority, isOfClient]);
  expect(isBranded(tls, 'Tls')).toBe(true);
});

test('what means the same is the same', () => {
  expect(Tls.byClient()).toBe(Tls.byClient(TlsAuthority.SYSTEM));
  expect(Tls.inProtocol(TlsAuthority.LOGIN)).toBe(Tls.inProtocol(TlsAuthority.LOGIN));
  expect(new Set([Tls.byClient(), Tls.byClient(TlsAuthority.LOGIN), Tls.inProtocol(), Tls.BY_MESH, Tls.NONE]).size).toBe(5);
});

test('is the same for everybody who names it, so nobody can change it', () => expect(() => Object.assign(Tls.BY_MESH, { start: TlsStart.NONE })).toThrow(TypeError));

test('of clients that name the server is known as such, and is another', () => {
  const naming = Tls.byClient(TlsAuthority.LOGIN).namingServer();
  expect(naming).toMatchObject({ namesServer: true, start: TlsStart.CLIENT, authority: TlsAuthority.LOGIN });
  expect(Tls.byClient(TlsAuthority.LOGIN).namesServer).toBe(false);
  expect([naming, naming.namingServer()]).toEqual([Tls.byClient(TlsAuthority.LOGIN).namingServer(), naming]);
  for (const other of [Tls.NONE, Tls.BY_MESH, Tls.inProtocol()]) expect(other.namingServer()).toBe(other);
});
