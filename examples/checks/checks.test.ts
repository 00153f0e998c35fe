import { Severity } from 'cdk8s-backing-services';
import { foundIn } from './example';
import { EXAMPLES } from './examples';

const examples = EXAMPLES.map(example => [example.code, example] as const);

test.each(examples)('%s is found in the bad lines, and no other error that is not said', (code, { bad, app, also = [] }) => {
  const found = foundIn(bad, app);
  const errors = found.filter(finding => finding.severity === Severity.ERROR).map(finding => finding.code);
  expect(found.map(finding => finding.code)).toContain(code);
  expect([...new Set(errors)].filter(each => each !== code)).toEqual(also);
});

test.each(examples)('%s is not found in the good lines, nor is any error', (code, { good, app }) => {
  expect(foundIn(good, app).filter(finding => finding.severity === Severity.ERROR || finding.code === code)).toEqual([]);
});

test('each has a code of its own', () => {
  const codes = EXAMPLES.map(({ code }) => code);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
