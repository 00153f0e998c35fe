import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { Mesh, MermaidDiagram, Platform, Secrets, TopologyDocument, TopologyDocuments, TopologyJson } from '../../src';
import { Bench, TextOption } from './options';

/** Texts that mean something else to a parser of YAML, to a template, to a shell or to JavaScript. */
const HOSTILE = [
  '"', "'", '`', '\\', '\n', 'a\nb', 'a\r\nb', 'a\n---\nkind: Secret', '---', '--- a', '...', '{{', '{{ .password }}', '}}', '{{ "x" }}', '$(X)', '$$(X)', '${X}', '$',
  '&anchor', '&a b', '*alias', '*', '!tag', '!!str a', '%YAML 1.1', '@a', '|', '>', '>-', '#', 'a #b', 'a: b', ': ', '- a', '-', '?', '? a', ',', '[a', '[]', '{a', '{}',
  '0o14', '0o7', '014', '0x1F', '0b11', '1e3', '1E-3', '.5', '1.', '1_000', '12:30:45', '190:20:30', '.inf', '.nan', '0', '-0', '+1', '2001-12-15', '2001-12-15t21:59:43',
  '=', '<<', '~', 'null', 'Null', 'yes', 'no', 'on', 'off', 'y', 'n', 'true', 'TRUE', ' a', 'a ', '\t', '', ' ',
  'é', 'ü@/:', '\u{1f600}', '\u0085', '\u2028', '\u2029', '\ufeff', '\ufeffa', '\u0000', '\u0007', '\u001b[31m', '\u202e', '\ud800', '\uffff',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '../..', 'a/b', 'a.b', '..', '.', 'a'.repeat(64), 'a'.repeat(254), 'a.'.repeat(200),
  '*.example.com', 'a.example.com', '%2F', '%', '?a=b', 'a|b', '(a)', 'a+b', '\\d', '{a}', '{a}b', '{*}', '{**}', '^a$',
];

/** Hostile texts alone, in a row, and inside of others. */
const hostile: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...HOSTILE, 'a', '1'), { minLength: 2, maxLength: 3 }).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

interface Emitted {
  readonly objects: object[];
  readonly document: TopologyDocument;
  readonly diagram: string;
}

/** One refusal, or the words of constructs about the id of a Topology. */
const REFUSAL = /^(BST\d{3} [^\n]+|Only root constructs may have an empty ID|There is already a Construct with name '\w+' in Chart \[chart\])$/;

/** What the program emits with the text in its place; undefined if the text is refused, at once or by a finding. */
function emitted(option: TextOption, text: string): Emitted | undefined {
  try {
    const bench = option.bench?.(text) ?? new Bench();
    const given = option.declare(text, bench);
    const { topology, chart } = bench;
    new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets(), ...given instanceof Bench ? {} : given });
    const document = TopologyDocuments.of(topology);
    const diagram = MermaidDiagram.render(document);
    const findings = topology.node.validate();
    findings.forEach(assertRefusal);
    return findings.length > 0 ? undefined : { objects: chart.toJson(), document, diagram };
  } catch (error) {
    assertRefusal((error as Error).message);
    return undefined;
  }
}

/** What no refusal may print. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202e]/u;

/** Asks `expect` for its words alone: each call of it takes a stack trace, and these are asked for ten thousand texts. */
function assertRefusal(message: string): void {
  if (REFUSAL.test(message) && !UNPRINTABLE.test(message)) return;
  expect(message).toMatch(REFUSAL);
  expect(message).not.toMatch(UNPRINTABLE);
}

/** That all parsers read exactly those objects from the same documents. */
function assertReadAlike(objects: object[], yaml: string): void {
  const declared = JSON.stringify(objects);
  for (const [parser, parse] of PARSERS) {
    const read = JSON.stringify(parse(yaml));
    if (read !== declared) expect([parser, read]).toEqual([parser, declared]);
  }
}

type Parser = (yaml: string) => unknown[];

const yamlOf = (version: '1.1' | '1.2'): Parser => yaml => parseAllDocuments(yaml, { version }).map(document => {
  if (document.errors.length > 0) throw document.errors[0];
  return document.toJS() as unknown;
});
const PARSERS: [string, Parser][] = [['js-yaml', yaml => loadAll(yaml)], ['yaml 1.1', yamlOf('1.1')], ['yaml 1.2', yamlOf('1.2')]];

/** Every text in a value, keys included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...Array.isArray(value) ? [] : Object.keys(value), ...Object.values(value).flatMap(textsOf)];
}

/** What go-yaml refuses, or takes for the end of a line where it stands unquoted. */
const UNREADABLE = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff\ufffe\uffff]/u;

/** A diagram without what stands in quotes, and without the order that names give it: no text may end a label, add an arrow or a line. */
const drawn = (diagram: string) => diagram.replace(/"[^"\n]*"/g, '""').replace(/\bn\d+\b/g, 'n').split('\n').sort();

/** What holds of one option, whatever text stands in it. */
function assertHarmless(option: TextOption, usual: Emitted, text: string): void {
  const result = emitted(option, text);
  if (!result) return;
  const changed = result.objects.filter((object, position) => JSON.stringify(object) !== JSON.stringify(usual.objects[position]));
  if (changed.length > 0) {
    const yaml = Yaml.stringify(...changed);
    assertReadAlike(changed, yaml);
    expect(yaml).not.toMatch(UNREADABLE);
  }
  expect(result.objects).toHaveLength(usual.objects.length);
  expect(drawn(result.diagram)).toEqual(drawn(usual.diagram));
  expect(MermaidDiagram.render(TopologyJson.parse(TopologyJson.render(result.document)))).toBe(result.diagram);
  const expected = shownBy(option, text);
  if (expected !== undefined) expect(textsOf(result.objects).filter(found => found.includes(expected))).not.toEqual([]);
}

const shownBy = (option: TextOption, text: string) => (option.shown ?? (shown => shown))(text);

/** Puts a usual text and every hostile one into each of the options. A file of tests a group of options: together they would be the longest file of all. */
export function describeHostile(options: readonly TextOption[]): void {
  describe.each(options.map(option => [option.name, option] as const))('%s', (_, option) => {
    const usual = emitted(option, option.usual);

    test('takes a usual text', () => {
      expect(usual).toBeDefined();
      const shown = shownBy(option, option.usual);
      if (shown !== undefined) expect(textsOf(usual!.objects).some(text => text.includes(shown))).toBe(true);
    });

    test('refuses a hostile text, or all parsers read exactly that text from the same documents', () => {
      fc.assert(fc.property(hostile, text => assertHarmless(option, usual!, text)), {
        numRuns: HOSTILE.length + 20, examples: HOSTILE.map(text => [text]),
      });
    });
  });
}
