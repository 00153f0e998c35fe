import { needs, Rows, summary } from './rows';

function verdicts(...looks: (() => string)[]): string[] {
  const rows = Rows.start(() => undefined);
  looks.forEach((look, i) => rows.add(String(i), look));
  return rows.outcomes.map(({ verdict }) => verdict);
}

const holds = () => 'seen';
const fails = () => { throw new Error('not so'); };
const misses = () => {
  needs('python3', fails);
  return 'seen';
};

test('what builds on a row that failed fails, on one that was skipped is skipped', () => {
  expect(verdicts(holds, fails, misses, holds)).toEqual(['pass', 'FAIL', 'FAIL', 'FAIL']);
  expect(verdicts(misses, holds)).toEqual(['skip', 'skip']);
});

test('a fork builds on the rows before it, and those after it do not build on the fork', () => {
  const rows = Rows.start(() => undefined);
  rows.fork().add('a', fails);
  rows.add('b', holds);
  rows.add('c', misses);
  rows.fork().add('d', holds);
  expect(rows.outcomes.map(({ row, verdict }) => `${row} ${verdict}`)).toEqual(['a FAIL', 'b pass', 'c skip', 'd skip']);
});

test('each row is printed with what was seen, or why it was not tried', () => {
  const printed: string[] = [];
  const rows = Rows.start(text => printed.push(text.replace(/(?<!\d)\d+\.\d s/, 'n s')));
  rows.add('python', misses);
  rows.add('writes', holds);
  expect(printed).toEqual(['skip  python (n s)\n      needs python3: not so', 'skip  writes (n s)\n      not tried: "python" did not pass']);
});

test('what was skipped is counted apart, or as failed where everything must be there', () => {
  const outcomes = (['pass', 'skip', 'FAIL'] as const).map(verdict => ({ row: 'r', verdict, seen: '' }));
  expect(summary(outcomes, false)).toEqual({ line: 'packed: 1 passed, 1 failed, 1 skipped', failed: 1 });
  expect(summary(outcomes, true)).toEqual({ line: 'packed: 1 passed, 2 failed', failed: 2 });
});
