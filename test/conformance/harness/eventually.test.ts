import { eventually } from './eventually';

test('it asks until there is an answer', async () => {
  let asked = 0;
  expect(await eventually('three', () => (++asked === 3 ? 'three' : undefined))).toBe('three');
});

test('a probe that throws has no answer yet; in the end it is told what it threw', async () => {
  const failing = eventually('a door opens', () => { throw new Error('locked'); }, 100);
  await expect(failing).rejects.toThrow('a door opens: not within 0.1 s; locked');
});
