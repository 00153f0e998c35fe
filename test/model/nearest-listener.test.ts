import * as fc from 'fast-check';
import { GatewayListener } from '../../src';
import { isNearest, nearestHostOf } from '../../src/model/nearest-listener';

const at = (port: number, ...hosts: string[]) => GatewayListener.http({ port, hosts });

test.each<[string, GatewayListener[], number[]]>([
  ['its own name before a wildcard and any', [at(80, '*'), at(80, '*.example.com'), at(80, 'a.shop.example.com')], [2]],
  ['the closer wildcard', [at(80, '*.example.com'), at(80, '*.shop.example.com'), at(80, '*')], [1]],
  ['any, where nothing else is for it', [at(80, '*'), at(80, '*.example.org')], [0]],
  ['one at each port', [at(80, '*'), at(81, '*.example.com'), at(81, '*')], [0, 1]],
  ['none', [at(80, '*.example.org'), at(80, 'example.com')], []],
  ['the one that names it among others', [at(80, '*.example.com'), at(80, '*.example.org', 'a.shop.example.com')], [1]],
])('a client of a.shop.example.com reaches %s', (_, all, reached) =>
  expect(all.flatMap((listener, i) => (isNearest(listener, 'a.shop.example.com', all) ? [i] : []))).toEqual(reached));

test('at each port a client reaches the listener whose host is the longest of those that are for the name', () => {
  const host = fc.constantFrom('*', '*.example.com', '*.shop.example.com', 'shop.example.com', 'a.shop.example.com', '*.example.org');
  const hosts = fc.uniqueArray(host, { minLength: 1 });
  const asked = fc.constantFrom('a.shop.example.com', 'shop.example.com', 'b.example.org', 'c.example.com');
  fc.assert(fc.property(hosts, asked, (all, name) => {
    const listeners = all.map(each => at(80, each));
    const isFor = (wider: string) => wider === '*' || wider === name || wider.startsWith('*.') && name.endsWith(wider.slice(1));
    const [expected] = all.filter(isFor).sort((a, b) => Number(b === name) - Number(a === name) || b.length - a.length);
    const reached = listeners.filter(listener => isNearest(listener, name, listeners));
    expect(reached.flatMap(listener => listener.hosts)).toEqual(expected === undefined ? [] : [expected]);
  }));
});

test.each([
  ['shop.example.com', 'shop.example.com'], ['web.example.com', '*.example.com'], ['a.b.example.com', '*.b.example.com'], ['other.org', '*'],
])('of the hosts of a listener, %s is nearest to %s', (host, nearest) =>
  expect(nearestHostOf(at(80, '*', '*.example.com', 'shop.example.com', '*.b.example.com'), host)).toBe(nearest));

test('none is nearest to a host that the listener is not for', () => expect(nearestHostOf(at(80, '*.example.com'), 'other.org')).toBeUndefined());
