import { Manifest } from '../../harness/manifests';
import { CelRules } from './cel-rules';

const CRD = `
spec:
  group: example.com
  names: { kind: Gate }
  versions:
  - name: v1
    schema:
      openAPIV3Schema:
        properties:
          spec:
            x-kubernetes-validations: [{ rule: a, message: keep it closed }]
            properties:
              bars: { items: { x-kubernetes-validations: [{ rule: b, message: be straight }, { rule: c, message: be long }] } }
              labels: { additionalProperties: { x-kubernetes-validations: [{ rule: d, message: be short }] } }
`;
const rules = CelRules.of([CRD, 'spec: { versions: [], names: {} }']);

function gate(spec: object): Manifest {
  return { apiVersion: 'example.com/v1', kind: 'Gate', metadata: { name: 'gate' }, spec };
}

test.each([
  ['once for a value that is there', {}, 1],
  ['not for a value that is not there', { other: 1 }, 1],
  ['for each item of a list', { bars: [{}, {}] }, 5],
  ['for each entry of a map', { labels: { a: 'b', c: 'd' } }, 3],
])('a rule is evaluated %s', (_, spec, times) => {
  expect(rules.evaluatedFor(gate(spec))).toBe(times);
});

test('a kind without a CRD has no rules', () => {
  expect(rules.evaluatedFor({ ...gate({}), apiVersion: 'example.com/v2' })).toBe(0);
});

test('a refusal for a rule is told from others by the rule\'s message', () => {
  expect(rules.isBroken('422 Gate is invalid: spec.bars[0]: Invalid value: "x": be straight')).toBe(true);
  expect(rules.isBroken('500 failed to create typed patch object: .spec.bar: field not declared in schema')).toBe(false);
});
