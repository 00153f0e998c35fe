import { DECLARATIONS } from '../../src/private/declaration-docs';

test('the codes of declarations are below BST100 and sorted', () => {
  const codes = DECLARATIONS.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes.at(-1)! < 'BST100').toBe(true);
});
