import { BoundedMemo } from '../../src/private/bounded-memo';

const counting = () => {
  const asked: string[] = [];
  const memo = new BoundedMemo(text => {
    asked.push(text);
    return `<${text}>`;
  });
  return { asked, memo };
};

test('works out a text once', () => {
  const { asked, memo } = counting();
  expect([memo.of('a'), memo.of('b'), memo.of('a')]).toEqual(['<a>', '<b>', '<a>']);
  expect(asked).toEqual(['a', 'b']);
});

test('keeps what is false or empty, too', () => {
  const workOut = jest.fn(() => false);
  const memo = new BoundedMemo(workOut);
  expect([memo.of(''), memo.of('')]).toEqual([false, false]);
  expect(workOut).toHaveBeenCalledTimes(1);
});

test('forgets all when there are thousands, and goes on', () => {
  const { asked, memo } = counting();
  for (let i = 0; i < 4096; i++) memo.of(String(i));
  memo.of('0');
  expect(asked).toHaveLength(4096);
  memo.of('one too many');
  expect([memo.of('0'), memo.of('0'), memo.of('one too many')]).toEqual(['<0>', '<0>', '<one too many>']);
  expect(asked.slice(4096)).toEqual(['one too many', '0']);
});

test('keeps no long text', () => {
  const { asked, memo } = counting();
  ['x'.repeat(256), 'x'.repeat(257)].forEach(text => expect([memo.of(text), memo.of(text)]).toEqual([`<${text}>`, `<${text}>`]));
  expect(asked.map(({ length }) => length)).toEqual([256, 257, 257]);
});
