import { AddedCheck } from '../../src/judging/added-check';
import { ITopologyCheck } from '../../src/model/check';
import { CheckContext } from '../../src/model/check-context';
import { Finding, Severity } from '../../src/model/finding';
import { Problem } from '../../src/model/problem';
import { expectRefusal } from '../support/declare';

const subject = { path: 'shop/web' };
const checkOf = (answer: () => unknown, other: Partial<ITopologyCheck> = {}): ITopologyCheck =>
  ({ code: 'ACME001', title: 'made-up', severity: Severity.WARNING, rationale: 'r', fix: 'do right', check: answer as never, ...other });
const judge = (check: ITopologyCheck): Finding[] => new AddedCheck(check, 'shop').judge({} as CheckContext, 'shop');

test('completes a problem with the code, the severity and the fix of the check', () =>
  expect(judge(checkOf(() => [Problem.of(subject, 'is wrong'), Problem.of(subject, 'is odd', 'look'), Problem.unknown(subject, 'who knows')]))).toEqual([
    { code: 'ACME001', severity: 'warning', path: 'shop/web', problem: 'is wrong', fix: 'do right' },
    { code: 'ACME001', severity: 'warning', path: 'shop/web', problem: 'is odd', fix: 'look' },
    { code: 'ACME001', severity: 'info', path: 'shop/web', problem: 'not evaluated: who knows', fix: 'do right' },
  ]));

describe('a check that lies', () => {
  const forged = { subject, description: 'is wrong', fix: 'f', atMost: Severity.ERROR, code: 'BST102', severity: Severity.ERROR, path: 'elsewhere' };
  const Made = Problem as unknown as new (...args: unknown[]) => Problem;
  class Below extends Made {
    public get code() {
      return 'BST102';
    }
  }

  test('by a problem of a class below answers with its own code and its own severity', () =>
    expect(judge(checkOf(() => [new Below(subject, 'is wrong', 'f', Severity.ERROR)])))
      .toEqual([{ code: 'ACME001', severity: 'warning', path: 'shop/web', problem: 'is wrong', fix: 'f' }]));

  test.each([['problem', forged], ['severity', { ...forged, atMost: 'fatal' }]])('by a forged %s has failed itself, under its own code', (_, answer) =>
    expect(judge(checkOf(() => [answer]))).toMatchObject([{ code: 'ACME001', problem: expect.stringContaining('failed itself: BST021') }]));

  test('about itself later is taken at its first word', () => {
    const check = { ...checkOf(() => [Problem.of(subject, 'is wrong')]) } as { -readonly [Key in keyof ITopologyCheck]: ITopologyCheck[Key] };
    const added = new AddedCheck(check, 'shop');
    check.code = 'BST102';
    check.severity = Severity.ERROR;
    expect(added.judge({} as CheckContext, 'shop')).toMatchObject([{ code: 'ACME001', severity: 'warning' }]);
  });

  test('by line ends forges no second finding', () => {
    const [{ path, problem, fix }] = judge(checkOf(() => [Problem.of({ path: 'a\nb' }, 'c\nBST102 d: e', 'f\r\ng')]));
    expect([path, problem, fix].join()).not.toMatch(/[\r\n]/);
  });
});

test.each<[string, () => unknown]>([
  ['throws', () => { throw new Error('no such thing'); }], ['answers nothing', () => undefined], ['answers with text', () => ['is wrong']],
  ['answers with a problem of nothing', () => [{ description: 'is wrong' }]],
])('a check that %s is itself an error', (_, answer) =>
  expect(judge(checkOf(answer))).toEqual([
    { code: 'ACME001', severity: 'error', path: 'shop', problem: expect.stringMatching(/^the check "made-up" failed itself: ./), fix: 'report this as a bug of the check' },
  ]));

test.each([
  ['code "undefined"', { code: undefined }], ['code "acme001"', { code: 'acme001' }], ['code "A001"', { code: 'A001' }], ['code "ACME1"', { code: 'ACME1' }],
  ['code "ACME001\\n"', { code: 'ACME001\n' }], ['begin with BST', { code: 'BST102' }], ['severity "undefined"', { severity: undefined }],
  ['severity "ERROR"', { severity: 'ERROR' }], ['title ""', { title: '' }], ['rationale "undefined"', { rationale: undefined }], ['fix " "', { fix: ' ' }],
  ['no method check', { check: undefined }],
])('BST015: refuses one with %s', (words, lack) =>
  expectRefusal(() => new AddedCheck({ ...checkOf(() => []), ...lack } as ITopologyCheck, 'shop'), 'BST015', 'shop', words, 'a code of its own'));
