import { parseOptions } from './options';

const TIERS = ['mesh', 'kafka', 'stores'];

test('tiers are chosen one by one or as a list', () => {
  expect(parseOptions(['--only', 'mesh,kafka', '--only', 'stores', '--strict'], TIERS)).toMatchObject({ only: ['mesh', 'kafka', 'stores'], strict: true, prove: false });
});

test('without options every tier but the nightly ones is run and a missing component is a skip', () => {
  expect(parseOptions([], TIERS)).toMatchObject({ only: [], strict: false, prove: false, write: false, nightly: false });
});

test.each([[['--only', 'mess'], 'there is no tier mess; there are mesh, kafka, stores'], [['--quick'], '--quick']])('%j is refused', (args, message) => {
  expect(() => parseOptions(args, TIERS)).toThrow(message);
});

test('rows are chosen by a text of their behaviour, and then nothing is written', () => {
  expect(parseOptions(['--rows', 'timeout', '--write', '--rows', 'retry, of'], TIERS)).toMatchObject({ rows: ['timeout', 'retry, of'], write: false });
  expect(parseOptions(['--write'], TIERS)).toMatchObject({ rows: [], write: true });
});
