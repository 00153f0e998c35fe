import { told, UnwritableFile } from '../../src/private/unwritable-file';

const thrown = (call: () => unknown) => { try { call(); return undefined; } catch (error) { return error; } };

test('what access gives is given', () => expect(told('a', () => 1)).toBe(1));

test('a failure tells the file and the code, not the path', () => {
  const error = thrown(() => told('a', () => { throw Object.assign(new Error('EACCES: /secret/path'), { code: 'EACCES' }); }));
  expect(error).toMatchObject({ file: 'a', reason: 'EACCES', message: 'the file "a" of the output folder cannot be written: EACCES' });
  expect(thrown(() => told('.', () => { throw error; }))).toBe(error);
});

test('is known among other errors, also those about a file', () => {
  expect([new UnwritableFile('a', 'b'), Object.assign(new Error('boom'), { file: 'x' }), 'text', undefined].map(UnwritableFile.isUnwritableFile)).toEqual([true, false, false, false]);
});
