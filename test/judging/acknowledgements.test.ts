import { App } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Acknowledgements, unmatched } from '../../src/judging/acknowledgements';
import { Finding, Severity } from '../../src/model/finding';
import { Subject } from '../../src/model/subject';
import { expectRefusal } from '../support/declare';

const REASON = 'known since last year';
const finding = (path: string, code = 'BST999'): Finding => ({ code, severity: Severity.ERROR, path, problem: 'is wrong', fix: 'do right' });

function tree(): Record<'app' | 'shop' | 'web' | 'call', Subject> {
  const app = new App();
  const shop = new Construct(app, 'shop');
  const web = new Construct(shop, 'web');
  const call = new Construct(web, 'calls orders');
  return { app: Subject.of(app), shop: Subject.of(shop), web: Subject.of(web), call: Subject.of(call) };
}

describe('an acknowledgement', () => {
  test.each<[string, keyof ReturnType<typeof tree>, string, string, boolean]>([
    ['accepts a finding of its element', 'web', 'shop/web', 'BST999', true],
    ['accepts a finding inside of its element', 'shop', 'shop/web calls orders', 'BST999', true],
    ['accepts any finding of its code at the root', 'app', 'elsewhere', 'BST999', true],
    ['leaves a finding outside of its element', 'call', 'shop/web', 'BST999', false],
    ['leaves a finding of an element whose name begins like its own', 'web', 'shop/web-2', 'BST999', false],
    ['leaves a finding of another code', 'web', 'shop/web', 'BST998', false],
  ])('%s', (_, at, path, code, accepted) => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.add('BST999', tree()[at], REASON);
    expect(acknowledgements.accepting(finding(path, code))).toHaveLength(accepted ? 1 : 0);
  });

  test('is found in the order of giving, with its reason', () => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.add('BST999', tree().shop, `  ${REASON} `);
    acknowledgements.add('BST999', tree().web, 'a later reason');
    expect(acknowledgements.accepting(finding('shop/web')).map(({ reason }) => reason)).toEqual([REASON, 'a later reason']);
    expect([acknowledgements.all.length, acknowledgements.accepting(finding('shop/web', 'BST998'))]).toEqual([2, []]);
  });

  test('of one code is found among those of several topologies', () => {
    const [one, other] = [new Acknowledgements(), new Acknowledgements()];
    one.add('BST998', tree().shop, REASON);
    other.add('BST999', tree().shop, 'of another topology');
    expect(Acknowledgements.together([one, other], 'BST999').all.map(({ reason }) => reason)).toEqual(['of another topology']);
  });

  test('is found as a look at each of them finds it', () => fc.assert(fc.property(
    fc.array(fc.array(fc.constantFrom('a', 'b', '/', ' ', 'a/', 'a b'), { maxLength: 6 }).map(parts => parts.join('')), { maxLength: 8 }),
    fc.array(fc.constantFrom('a', 'b', '/', ' '), { maxLength: 6 }).map(parts => parts.join('')), (paths, at) => {
      const acknowledgements = new Acknowledgements();
      paths.forEach(path => acknowledgements.add('BST999', { path }, REASON));
      const enclosing = paths.filter(path => path === at || path === '' || at.startsWith(`${path}/`) || at.startsWith(`${path} `));
      expect(acknowledgements.accepting(finding(at)).map(({ path }) => path)).toEqual(enclosing);
    }), { numRuns: 300 }));

  test('is one of ten thousand of a code in the time that reading them takes', () => {
    const acknowledgements = new Acknowledgements();
    const started = process.cpuUsage().user;
    for (let i = 0; i < 10_000; i++) acknowledgements.add('BST999', { path: `shop/workloads/w${i}` }, REASON);
    for (let i = 0; i < 10_000; i++) expect(acknowledgements.accepting(finding(`shop/workloads/w${i} calls api`)).length).toBe(1);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(3);
  });

  test('that matches nothing is a finding, with its reason', () => {
    expect(unmatched({ code: 'BST999', path: 'shop/web', reason: REASON }, new Set(['BST999']))).toEqual({
      code: 'BST001',
      severity: Severity.WARNING,
      path: 'shop/web',
      problem: `BST999 is acknowledged here ("${REASON}"), but there is no such finding`,
      fix: 'remove the acknowledgement, or move it to the element that the finding names',
    });
  });

  test('of a code that no check has says that', () => {
    const { severity, problem, fix } = unmatched({ code: 'ACME99', path: 'shop/web', reason: REASON }, new Set(['ACME999']));
    expect([severity, problem]).toEqual([Severity.WARNING, `ACME99 is acknowledged here ("${REASON}"), but no check that was asked has this code`]);
    expect(fix).toBe('give the code of a finding, add the check or the output that it is for, or remove the acknowledgement');
  });

  test.each(['bst616', 'BST61', 'BST999\n::warning::forged', ''])('BST002: is refused of %j, which can be the code of no check', code =>
    expectRefusal(() => new Acknowledgements().add(code, tree().web, REASON), 'BST002', 'shop/web', 'no check can have that code', 'two to ten capital letters', 'give the code with which the finding begins'));

  test('accepts a finding at a path that is told with escapes', () => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.add('BST999', { path: 'shop/a\nb' }, REASON);
    expect(acknowledgements.accepting(finding('shop/a\\u{a}b/c'))).toHaveLength(1);
  });

  test('cannot forge a second line by its path either', () => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.add('BST999', { path: 'shop\n::error::\u001b[31m\u202e\u2028' }, REASON);
    const text = JSON.stringify(unmatched(acknowledgements.all[0], new Set()));
    expect(text).toBe(text.replace(/[\n\u001b\u202e\u2028]|\\n/gu, ''));
  });

  test('cannot forge a second line by its reason', () => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.add('BST999', tree().web, 'known for long\nBST102 web: forged');
    expect(acknowledgements.all[0].reason).not.toContain('\n');
  });

  test.each<[string, unknown]>([
    ['too short', 'too short'],
    ['nine characters and blanks', '  123456789  '],
    ['empty', ''],
    ['no text', undefined],
  ])('is refused with a reason that is %s', (_, reason) => {
    expect(() => new Acknowledgements().add('BST999', tree().web, reason as string)).toThrow(
      /^BST023 shop\/web: reason ".*" for acknowledging "BST999": allowed are at least 10 characters; say why the finding is right here$/);
  });

  test.each([undefined, 'shop/web', new App()])('BST023: is refused at what is no subject: %#', at =>
    expectRefusal(() => new Acknowledgements().add('BST999', at as never, REASON), 'BST023', '(topology)', 'has no path', 'Subject.of(construct)'));

  test('is accepted with a reason of ten characters', () => {
    expect(() => new Acknowledgements().add('BST999', tree().web, ' 1234567890 ')).not.toThrow();
  });
});
