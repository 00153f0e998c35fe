import { brand, isBranded } from '../../src/private/brand';

class Marked {}
brand(Marked, 'Pods');

test('an object of a marked class, or of one below it, carries the mark', () => {
  class Below extends Marked {}
  expect([new Marked(), new Below()].map(object => isBranded(object, 'Pods'))).toEqual([true, true]);
});

test('other objects, and other marks, do not', () => {
  expect(isBranded({}, 'Pods')).toBe(false);
  expect(isBranded(new Marked(), 'Channel')).toBe(false);
});

test('the mark of another copy of the package is read too, which instanceof would not', () => {
  class OtherCopy {}
  Object.defineProperty(OtherCopy.prototype, Symbol.for('cdk8s-backing-services.Pods'), { value: true });
  expect(new OtherCopy() instanceof Marked).toBe(false);
  expect(isBranded(new OtherCopy(), 'Pods')).toBe(true);
});
