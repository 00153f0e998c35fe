import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Acknowledgements } from '../src/acknowledgements';
import { Finding, Severity } from '../src/model/check';

const REASON = 'known since last year';
const finding = (path: string, code = 'BST999'): Finding => ({ code, severity: Severity.ERROR, path, problem: 'is wrong', fix: 'do right' });

function tree(): Record<'app' | 'shop' | 'web' | 'call', Construct> {
  const app = new App();
  const shop = new Construct(app, 'shop');
  const web = new Construct(shop, 'web');
  return { app, shop, web, call: new Construct(web, 'calls orders') };
}

describe('an acknowledgement', () => {
  test.each<[string, keyof ReturnType<typeof tree>, string, string, boolean]>([
    ['takes out a finding of its element', 'web', 'shop/web', 'BST999', true],
    ['takes out a finding inside of its element', 'shop', 'shop/web calls orders', 'BST999', true],
    ['takes out any finding of its code at the root', 'app', 'elsewhere', 'BST999', true],
    ['leaves a finding outside of its element', 'call', 'shop/web', 'BST999', false],
    ['leaves a finding of an element whose name begins like its own', 'web', 'shop/web-2', 'BST999', false],
    ['leaves a finding of another code', 'web', 'shop/web', 'BST998', false],
  ])('%s', (_, at, path, code, accepted) => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.add('BST999', tree()[at], REASON);
    const left = acknowledgements.applyTo([finding(path, code)]);
    expect(left.filter(({ code: own }) => own !== 'BST001')).toEqual(accepted ? [] : [finding(path, code)]);
    expect(left.some(({ code: own }) => own === 'BST001')).toBe(!accepted);
  });

  test('that matches nothing is reported, with its reason', () => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.add('BST999', tree().web, `  ${REASON} `);
    expect(acknowledgements.applyTo([])).toEqual([{
      code: 'BST001',
      severity: Severity.WARNING,
      path: 'shop/web',
      problem: `BST999 is acknowledged here ("${REASON}"), but there is no such finding`,
      fix: 'remove the acknowledgement, or move it to the element that the finding names',
    }]);
  });

  test('is used if it matches one finding among many, or beside another acknowledgement', () => {
    const acknowledgements = new Acknowledgements();
    const { shop, web } = tree();
    acknowledgements.add('BST999', shop, REASON);
    acknowledgements.add('BST999', web, REASON);
    expect(acknowledgements.applyTo([finding('other'), finding('shop/web')])).toEqual([finding('other')]);
  });

  test.each<[string, unknown]>([
    ['too short', 'too short'],
    ['nine characters and blanks', '  123456789  '],
    ['empty', ''],
    ['no text', undefined],
  ])('is refused with a reason that is %s', (_, reason) => {
    expect(() => new Acknowledgements().add('BST999', tree().web, reason as string)).toThrow(
      /^BST014 shop\/web: reason ".*" for acknowledging "BST999": allowed are at least 10 characters; say why the finding is right here$/);
  });

  test('is accepted with a reason of ten characters', () => {
    expect(() => new Acknowledgements().add('BST999', tree().web, ' 1234567890 ')).not.toThrow();
  });
});
