import * as fc from 'fast-check';
import { escapeDollars } from '../../src/secrets/dollar-escape';
import { expand } from '../support/kubelet';

const earlier = new Map([['HOME', '/root'], ['', 'empty'], ['$', 'dollar'], ['A', '$(HOME)']]);

test.each([
  ['$(HOME)', '/root'], ['$$(HOME)', '$(HOME)'], ['$$$(HOME)', '$/root'], ['$(NONE)', '$(NONE)'], ['$(HOME', '$(HOME'], ['$', '$'], ['a$', 'a$'], ['$x$$', '$x$'],
  ['$$$', '$$'], ['$(A)', '$(HOME)'], ['a$$b', 'a$b'],
])('the model of the kubelet reads %s as %s', (text, expected) => expect(expand(text, earlier)).toBe(expected));

test('any text survives the kubelet, whatever variables there are', () => {
  const dollars = fc.string({ unit: fc.constantFrom('$', '(', ')', 'HOME', 'é', '\n') });
  fc.assert(fc.property(fc.oneof(dollars, fc.string()), text => {
    expect(expand(escapeDollars(text), earlier)).toBe(text);
  }), { numRuns: 1000 });
});
