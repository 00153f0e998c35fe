import { ApiObject, App, AppProps, Chart, IResolver, JsonPatch, Lazy, ResolutionContext } from 'cdk8s';
import * as fc from 'fast-check';
import { OurObject } from '../../src/private/our-object';

class InCapitals implements IResolver {
  public resolve(context: ResolutionContext): void {
    if (typeof context.value === 'string' && context.key.includes('shout')) context.replaceValue(context.value.toUpperCase());
  }
}

class Text {
  constructor(public readonly value: string) {}
}

const leaf = fc.oneof(
  fc.string(), fc.constantFrom('123', '1.5', 'true', '', '$(A)'), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined),
  fc.string().map(value => Lazy.any({ produce: () => value })), fc.string().map(value => new Text(value)), fc.date({ noInvalidDate: true }));
const key = fc.oneof(fc.string(), fc.constantFrom('shout', '10', '9', '__proto__', 'resolve', 'constructor', 'toString', 'ä', 'Z', 'a'));
const spec = fc.letrec<{ value: unknown; record: object }>(tie => ({
  value: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: leaf }, tie('record'), fc.array(tie('value'), { maxLength: 3 })),
  record: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).record;

/** What becomes of an object: its text, in which the order of keys shows, or that cdk8s cannot render it. */
function textOf(made: typeof ApiObject, props: AppProps, manifest: object, patch?: JsonPatch): string | undefined {
  const object = new made(new Chart(new App(props), 'chart', { labels: { app: 'a' } }), 'object', { apiVersion: 'v1', kind: 'Thing', ...manifest });
  if (patch) object.addJsonPatch(patch);
  try {
    return JSON.stringify(object.toJson());
  } catch (error) {
    return `fails: ${(error as Error).message.split('\n')[0]}`;
  }
}

const MADE = [OurObject as typeof ApiObject, ApiObject];
const both = (props: AppProps, manifest: object, patch?: JsonPatch) => MADE.map(made => textOf(made, props, manifest, patch));

test.each<[string, AppProps, JsonPatch | undefined]>([
  ['as it is', {}, undefined], ['patched', {}, JsonPatch.add('/spec/more', { b: 1, a: [] })], ['with resolvers of the app', { resolvers: [new InCapitals()] }, undefined],
])('an object is rendered as cdk8s renders it: %s', (_, props, patch) => {
  fc.assert(fc.property(spec, value => {
    const [ours, stock] = both(props, { metadata: { name: 'a', namespace: 'b', labels: { z: 'z', b: 'b' }, annotations: { y: 'y', a: 'a' } }, spec: value }, patch);
    expect(ours).toBe(stock);
  }), { numRuns: 500 });
});

test('and without sorted keys, where the environment says so', () => {
  process.env.CDK8S_DISABLE_SORT = '1';
  try {
    const [ours, stock] = both({}, { metadata: { name: 'a' }, spec: { z: 1, a: { z: 1, b: 2 } } });
    expect(ours).toBe(stock);
    expect(ours).toContain('"spec":{"z":1,"a":{"z":1,"b":2}}');
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('metadata that is added later shows', () => {
  const object = new OurObject(new Chart(new App(), 'chart'), 'object', { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'a', namespace: 'b' }, spec: {} });
  object.metadata.addLabel('later', 'yes');
  object.metadata.addAnnotation('more', 'too');
  expect(object.toJson()).toEqual({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'a', namespace: 'b', labels: { later: 'yes' }, annotations: { more: 'too' } }, spec: {} });
});
