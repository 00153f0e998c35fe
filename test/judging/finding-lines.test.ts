import { linesOf } from '../../src/judging/finding-lines';
import { Finding, Severity } from '../../src/model/finding';

const finding = (code: string, path: string, problem = 'is wrong'): Finding => ({ code, severity: Severity.ERROR, path, problem, fix: 'do right' });
const lines = (findings: Finding[]) => linesOf(findings, ({ severity, code }) => `${severity} ${code}`);

test('findings are lines, each with code, path, problem and fix', () =>
  expect(lines([finding('ACME001', 'a'), finding('ACME002', 'b')])).toEqual(['error ACME001 a: is wrong; do right', 'error ACME002 b: is wrong; do right']));

test('of one code some are told, and the count of the others; those of another code are told too', () => {
  const told = lines([...Array.from({ length: 500 }, (_, i) => finding('ACME001', `w${i}`)), finding('ACME002', 'b')]);
  expect(told).toHaveLength(22);
  expect(told.slice(19)).toEqual([
    'error ACME001 w19: is wrong; do right', 'error ACME001 and 480 more findings of this code, which the findings of the topology list', 'error ACME002 b: is wrong; do right']);
});

test('twenty of a code are told without a count', () => expect(lines(Array.from({ length: 20 }, (_, i) => finding('ACME001', `w${i}`))).at(-1)).toBe('error ACME001 w19: is wrong; do right'));

test('a line has an end, however much a finding tells', () => expect(lines([finding('ACME001', 'a', 'x'.repeat(1e6))])[0]).toHaveLength(2001));
