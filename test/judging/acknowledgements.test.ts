import { App } from 'cdk8s';
import { Construct } from 'constructs';
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
    expect([acknowledgements.all.length, acknowledgements.concern('BST999'), acknowledgements.concern('BST998')]).toEqual([2, true, false]);
  });

  test('that matches nothing is a finding, with its reason', () => {
    expect(unmatched({ code: 'BST999', path: 'shop/web', reason: REASON })).toEqual({
      code: 'BST001',
      severity: Severity.WARNING,
      path: 'shop/web',
      problem: `BST999 is acknowledged here ("${REASON}"), but there is no such finding`,
      fix: 'remove the acknowledgement, or move it to the element that the finding names',
    });
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
