import { TRAFFIC } from '../../src/private/traffic-docs';

test('the codes about traffic are below BST100 and sorted', () => {
  const codes = TRAFFIC.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes.at(-1)! < 'BST100').toBe(true);
});
