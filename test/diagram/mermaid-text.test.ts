import * as fc from 'fast-check';
import { mermaidText } from '../../src/diagram/mermaid-text';
import { hostileText } from '../support/declare';

test.each([
  ['orders-db · cloudnative-pg', 'orders-db · cloudnative-pg'],
  ['GET /users/:id, v1.0', 'GET /users/:id, v1.0'],
  ['say "end"', 'say #34;end#34;'],
  ['%%{init}%%', '#37;#37;#123;init#125;#37;#37;'],
  ['a\nb', 'a#10;b'],
  ['#35;', '#35;35#59;'],
  ['<script>`', '#60;script#62;#96;'],
  ['é😀', '#233;#128512;'],
])('%j becomes %s', (text, expected) => expect(mermaidText(text)).toBe(expected));

test('nothing is left of any text that could end a label, and Mermaid reads the text back', () => {
  fc.assert(fc.property(fc.oneof(hostileText, fc.string()), text => {
    const label = mermaidText(text);
    expect(label).toMatch(/^[A-Za-z0-9 ._/:,·→#;-]*$/u);
    expect(label.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(text);
  }), { numRuns: 300 });
});
