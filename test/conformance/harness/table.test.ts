import { markdown } from './table';

test('a cell of the table cannot end its row, nor become markup', () => {
  const [, , row] = markdown([{ tier: 't', behaviour: 'a | b', seen: '<b>`503`\n*x*', holds: false, took: 1 }]).split('\n');
  expect(row).toBe('| a \\| b | \\<b\\>\\`503\\` \\*x\\* | **fail** |');
});
