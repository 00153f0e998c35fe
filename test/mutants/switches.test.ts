import { Switches } from './switches';

test('tells which places were reached since the last look', () => {
  const switches = new Switches();
  const ask = switches.of('src/a.ts');
  expect([ask(3), ask(200)]).toEqual([false, false]);
  expect([switches.reached(), switches.reached()]).toEqual([['src/a.ts#3', 'src/a.ts#200'], []]);
});

test('turns on one mutant at a time, also in a module that is loaded later', () => {
  const switches = new Switches();
  switches.turnOn('src/a.ts#1');
  expect([switches.of('src/a.ts')(1), switches.of('src/b.ts')(1)]).toEqual([true, false]);
  switches.turnOn('src/b.ts#1');
  expect([switches.of('src/a.ts')(1), switches.of('src/b.ts')(1)]).toEqual([false, true]);
  switches.turnOn(undefined);
  expect(switches.of('src/b.ts')(1)).toBe(false);
});
