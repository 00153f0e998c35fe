import { refused } from '../../src/model/gateway-refusal';

test('a refusal of a gateway tells where, what and how to mend it', () =>
  expect(refused('shop/door', 'it listens twice', 'name it once')).toMatchObject({ code: 'BST049', message: 'BST049 shop/door: it listens twice; name it once' }));
