import { relayedOutside } from '../support/gateway';

test('no two hosts have one subset', () => (
  expect(relayedOutside('a.b-example.com').hosts.map(({ through }) => through?.subset).slice(0, 2)).toEqual(['a--b-example-com-443', 'a-b--example-com-443'])));

test('a name that is too long for a label is shortened', () => {
  const { hosts: [, long] } = relayedOutside(`${'a'.repeat(60)}.example.com`);
  expect(long.through!.subset).toMatch(/^a{54}-[0-9a-f]{8}$/);
});
