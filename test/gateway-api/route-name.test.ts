import { Gateway, GatewayListener, HttpMatch, StringMatch } from '../../src';
import { routeNameOf } from '../../src/gateway-api/route-name';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

const named = (expose: (door: Gateway, declared: GatewayApiDeclaration) => void, listeners?: GatewayListener[]) => {
  const declared = new GatewayApiDeclaration();
  expose(declared.door(listeners ? { listeners } : {}), declared);
  return declared.together.map(routeNameOf);
};

test('a service that is exposed whole is named for its gateway and itself', () => expect(named((door, d) => door.exposes(d.users()))).toEqual(['door.users-api']));

test('one that is exposed at a host, for it too', () => expect(named((door, d) => door.exposes(d.users(), { hosts: SHOP }))).toEqual(['door.users-api.shop.example.com']));

test('one of several exposures tells what it takes, with a hash of it, as words are less than what is asked', () => {
  const at = (path: string) => named((door, d) => door.exposes(d.users(), { hosts: ['*'], matches: [HttpMatch.uri(StringMatch.exact(path))] }))[0];
  expect(at('/a')).toMatch(/^door\.users-api\.any\.uri-a\.[0-9a-f]{8}$/);
  expect(at('/A')).not.toBe(at('/a'));
});

test('hosts that are reached at other listeners have names of their own', () => {
  const listeners = [GatewayListener.http({ hosts: ['a.example.com'] }), GatewayListener.http({ hosts: ['*.example.com'], port: 8080 })];
  const names = named((door, d) => door.exposes(d.users()), listeners);
  expect(new Set(names).size).toBe(2);
  expect(names).toEqual([expect.stringMatching(/^door\.users-api\.a\.example\.com\.[0-9a-f]{8}$/), expect.stringMatching(/^door\.users-api\.example\.com\.any\.[0-9a-f]{8}$/)]);
});

test('the order of listeners and of matches does not matter', () => {
  const listeners = [GatewayListener.http(), GatewayListener.https({ certificateSecret: 'tls' })];
  const matches = ['/a', '/b'].map(path => HttpMatch.uri(StringMatch.exact(path)));
  const expose = (asked: HttpMatch[]) => (door: Gateway, d: GatewayApiDeclaration) => door.exposes(d.users(), { matches: asked });
  expect(named(expose(matches), listeners)).toEqual(named(expose([...matches].reverse()), [...listeners].reverse()));
});

test('a name is no longer than an object takes', () => {
  const matches = Array.from({ length: 20 }, (_, i) => HttpMatch.uri(StringMatch.exact(`/${'long'.repeat(10)}/${i}`)));
  const [name] = named((door, d) => door.exposes(d.users(), { matches }));
  expect(name.length).toBeLessThanOrEqual(253);
});
