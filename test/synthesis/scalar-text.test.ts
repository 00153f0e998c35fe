import { Yaml } from 'cdk8s';
import { scalarText } from '../../src/synthesis/scalar-text';
import { HAZARDS } from './support/strings';

test.each([
  ['web', 'web'], ['8080', '"8080"'], ['10s', '10s'], ['1:30', '"1:30"'], ['e9', '"e9"'], ['no', '"no"'], ['*', '"*"'], ['"*"', "'\"*\"'"], ['', '""'], ['<<', '<<'],
])('%j is written %s', (text, expected) => expect(scalarText(text)).toBe(expected));

const WRITTEN = HAZARDS.map(scalarText);

/** The hazards that are not written as cdk8s writes them in a document, where each is the end of a line. */
function unlike(document: unknown, beginning: (i: number) => string): string[] {
  const lines = Yaml.stringify(document).split('\n');
  return HAZARDS.filter((_, i) => lines[i] !== beginning(i) + WRITTEN[i]);
}

test('every hazard is written as cdk8s writes it as an item', () => {
  expect(unlike(HAZARDS, () => '- ')).toEqual([]);
});

test('every hazard is written as cdk8s writes it as a value', () => {
  expect(unlike(Object.fromEntries(HAZARDS.map((text, i) => [`k${i}`, text])), i => `k${i}: `)).toEqual([]);
});

test('every hazard is written as cdk8s writes it far inside', () => {
  expect(unlike(HAZARDS.map(a => [[{ a }]]), () => '- - - a: ')).toEqual([]);
});

test('what is plain is written without cdk8s, and what is not is asked once', () => {
  const stringify = jest.spyOn(Yaml, 'stringify');
  ['asked/once', 'asked.once', '+asked', '+asked', '+asked'].forEach(scalarText);
  expect(stringify).toHaveBeenCalledTimes(1);
});
