import * as fc from 'fast-check';
import { isJson } from '../../src/contracts/json-tokens';

test('any JSON is JSON', () => fc.assert(fc.property(fc.json(), text => isJson(text, 0))));

test.each(["'a'", '# a', '[a]', '[1#2]', '[01x]', '{"a": b"c"}', '"a', '[', ']', '[}', '{"a": [1}]', '&a 1', '[1, *a]', '[!t 1]', 'True', `${'['.repeat(1001)}${']'.repeat(1001)}`])(
  '%j is not', text => expect(isJson(text, 0)).toBe(false));

test('begins where it is told', () => expect(isJson('# {"a": -1.5e3}', 2)).toBe(true));
