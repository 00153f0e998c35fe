import { PodVersion } from '../../src';
import { assertSelector, assertVersions, heldPods } from '../../src/model/pod-rules';
import { expectRefusal } from '../support/declare';

const version = (name: string | undefined, labels: Record<string, string>, replicas?: number): PodVersion => ({ name, labels, replicas });

describe('labels that select pods', () => {
  test('BST025: refuse to be none, because that would be all pods of the namespace', () =>
    expectRefusal(() => assertSelector({}, 'p'), 'BST025', 'p', 'no label selects these pods', 'select by it'));

  test.each([[{ 'bad key!': 'x' }, '"bad key!" cannot be the key of a label'], [{ app: 'x y' }, '"x y" cannot be the value of a label']])('BST801: refuse %j', (labels, words) =>
    expectRefusal(() => assertSelector(labels, 'p'), 'BST801', 'p', words));
});

describe('what is told of pods', () => {
  const told = () => ({ selector: { b: '2', a: '1' }, versions: [version('v2', { a: '1', b: '2', v: '2' }), version('v1', { a: '1', b: '2', v: '1' }, 3)] });

  test('is sorted, and is what it was when it was told', () => {
    const facts = told();
    const held = heldPods(facts, 'p');
    facts.selector.a = 'x';
    facts.versions[0].labels.v = 'x';
    facts.versions.pop();
    expect(held).toEqual({ selector: { a: '1', b: '2' }, versions: [version('v1', { a: '1', b: '2', v: '1' }, 3), version('v2', { a: '1', b: '2', v: '2' })] });
    expect(Object.keys(held.selector)).toEqual(['a', 'b']);
  });

  test.each<[string, (held: ReturnType<typeof heldPods>) => unknown]>([
    ['labels', held => delete held.selector.a], ['versions', held => held.versions.pop()], ['labels of a version', held => { held.versions[0].labels.v = 'x'; }],
    ['name of a version', held => Object.assign(held.versions[0], { name: 'V 1' })],
  ])('takes no other %s', (_, change) => expect(() => change(heldPods(told(), 'p'))).toThrow(TypeError));

  test('is read once, so that an answer made at each reading is none but the one that was held to the rules', () => {
    const answers = ['web', { toString: () => 'web' }, 'web'];
    const selector = Object.defineProperty({}, 'app', { enumerable: true, get: () => answers.shift() }) as Record<string, string>;
    expectRefusal(() => heldPods({ selector, versions: [version(undefined, { app: 'web' })] }, 'p'), 'BST021', 'p', 'selector["app"]');
  });

  test('BST021: is refused with a member that nobody reads', () =>
    expectRefusal(() => heldPods({ ...told(), versions: [{ ...version(undefined, { a: '1' }), label: {} } as PodVersion] }, 'p'), 'BST021', 'p', '"label"', 'versions[0]'));

  test.each<[string, Record<string, string>, string]>([
    ['another value of it', { app: 'b', tier: 'x' }, '"app=a"'], ['none of them', {}, '"app=a", "tier=x"'], ['what only a prototype has', { toString: 'x' }, '"app=a"'],
  ])('BST025: is refused if a version carries, of the labels that select it, %s', (_, labels, words) =>
    expectRefusal(() => heldPods({ selector: { app: 'a', tier: 'x' }, versions: [version('v1', labels)] }, 'p'), 'BST025', 'p', `of version "v1" lack ${words}`));

  test('BST007: is refused with a port that does not exist', () =>
    expectRefusal(() => heldPods({ selector: { a: '1' }, versions: [{ labels: { a: '1' }, ports: [80, 0] }] }, 'p'), 'BST007', 'p', 'port "0" does not exist'));

  test('tells its ports by name, sorted, and takes no other', () => {
    const [held] = heldPods({ selector: { a: '1' }, versions: [{ labels: { a: '1' }, portNames: { http: 8080, admin: 9 } }] }, 'p').versions;
    expect(Object.entries(held.portNames!)).toEqual([['admin', 9], ['http', 8080]]);
    expect(() => { held.portNames!.http = 1; }).toThrow(TypeError);
  });

  test.each<[string, Record<string, number>, string]>([['BST007', { http: 0 }, 'port "0"'], ['BST801', { Http: 1 }, 'the name of a port']])(
    '%s: is refused with the ports %j', (code, portNames, words) =>
      expectRefusal(() => heldPods({ selector: { a: '1' }, versions: [{ labels: { a: '1' }, portNames }] }, 'p'), code, 'p', words));

  test('tells each port once, sorted', () =>
    expect(heldPods({ selector: { a: '1' }, versions: [{ labels: { a: '1' }, ports: [90, 80, 90] }] }, 'p').versions[0].ports).toEqual([80, 90]));

  test('can be tagged by jsii, as what crosses the border to another language', () => expect(Object.isExtensible(heldPods(told(), 'p').versions[0])).toBe(true));
});

describe('versions', () => {
  test.each([
    [[version(undefined, { a: '1' })]], [[version('v1', { a: '1' }, 0), version('v2', { a: '2' }, 3)]], [[version('v1', {})]],
  ])('accept %j', versions => expect(assertVersions(versions, 'p')).toBe(versions));

  test.each<[string, PodVersion[], string]>([
    ['none', [], 'there is no version'],
    ['one name twice', [version('v1', { a: '1' }), version('v1', { a: '2' })], 'two versions have the name "v1"'],
    ['the same labels', [version('v1', { a: '1', b: '2' }), version('v2', { b: '2', a: '1' })], 'two versions have the labels {"a":"1","b":"2"}'],
    ['one without a name', [version('v1', { a: '1' }), version(undefined, { a: '2' })], 'one of several versions has no name'],
  ])('BST025: refuse %s', (_, versions, words) => expectRefusal(() => assertVersions(versions, 'Pods.fromLabels'), 'BST025', 'Pods.fromLabels', words));

  test('BST801: refuse a name that no subset can have', () =>
    expectRefusal(() => assertVersions([version('V 1', {})], 'p'), 'BST801', 'p', '"V 1"', 'RFC 1123 label'));

  test('BST801: refuse a label that no pod can have', () =>
    expectRefusal(() => assertVersions([version('v1', { 'bad key!': 'x' })], 'p'), 'BST801', 'p', '"bad key!" cannot be the key of a label'));

  test('BST010: refuse a number of pods that is none', () =>
    expectRefusal(() => assertVersions([version('v1', {}, -1)], 'p'), 'BST010', 'p', 'replicas "-1"', '0..2147483647'));
});

describe('a release', () => {
  const told = (canary: string, ...names: string[]) => ({ selector: { a: '1' }, versions: names.map(name => version(name, { a: '1' })), release: { stable: 'v1', canary } });

  test('has versions that no label tells apart', () => expect(heldPods(told('v2', 'v1', 'v2'), 'p').release).toEqual({ stable: 'v1', canary: 'v2' }));

  test.each([['v1', 'v1', 'v2'], ['v2', 'v1'], ['v2', 'v1', 'v3'], ['v2', 'v1', 'v2', 'v3']])('BST025: of %s is not one of %s, %s, %s', (canary, ...names) =>
    expectRefusal(() => heldPods(told(canary, ...names), 'p'), 'BST025', 'p', `the versions of the release are "v1" and "${canary}"`));
});
