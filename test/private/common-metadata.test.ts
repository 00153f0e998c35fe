import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { giveToAll, giveToOthers, givenToAll, metadataIn } from '../../src/private/common-metadata';
import { emit } from '../../src/private/emit';
import { expectRefusal, refusalOf } from '../support/declare';

const manifest = { apiVersion: 'v1', kind: 'Service', name: 'users', namespace: 'books', spec: {} };

/** A platform with two outputs in a chart that has labels. */
function declared() {
  const chart = new Chart(new App(), 'chart', { labels: { team: 'chart', floor: '1' } });
  const platform = new Construct(chart, 'platform');
  return { chart, platform, one: new Construct(platform, 'one'), two: new Construct(platform, 'two') };
}

test('who says nothing changes nothing', () => {
  const { one } = declared();
  giveToAll(one, {});
  const own = { labels: { a: '1' } };
  expect(metadataIn(one, own)).toBe(own);
});

test('what is said nearest of a key holds: an object before its output, an output before what is around it, each before the Chart', () => {
  const { platform, one, two } = declared();
  giveToAll(platform, { labels: { team: 'platform', part: 'platform', own: 'platform' }, annotations: { wave: 'platform', note: 'platform' } });
  giveToAll(one, { labels: { part: 'one' }, annotations: { wave: 'one' } });
  const object = emit(one, { ...manifest, labels: { own: 'object' }, annotations: { note: 'object' } });
  expect(object.toJson().metadata).toEqual({
    name: 'users', namespace: 'books', labels: { floor: '1', team: 'platform', part: 'one', own: 'object' }, annotations: { wave: 'one', note: 'object' },
  });
  expect(emit(two, manifest).toJson().metadata).toEqual({
    name: 'users', namespace: 'books', labels: { floor: '1', team: 'platform', part: 'platform', own: 'platform' }, annotations: { wave: 'platform', note: 'platform' },
  });
});

test('what is emitted in a scope below has it too, and what stands beside has it not', () => {
  const { chart, one, two } = declared();
  giveToAll(one, { annotations: { a: '1' } });
  expect([new Construct(one, 'below'), two, chart].map(scope => givenToAll(scope).annotations)).toEqual([{ a: '1' }, undefined, undefined]);
});

test('what a caller does to the options later changes nothing', () => {
  const { one } = declared();
  const labels: Record<string, string> = { a: '1' };
  giveToAll(one, { labels });
  labels.a = '2';
  expect(givenToAll(one)).toEqual({ labels: { a: '1' } });
});

test.each<[string, object, string]>([
  ['BST801', { labels: { 'a b': 'c' } }, 'the key of a label'], ['BST801', { labels: { a: 'b c' } }, 'the value of a label'],
  ['BST801', { annotations: { 'a b': 'c' } }, 'the key of an annotation'], ['BST510', { labels: { token: 'CANARY' } }, 'the label "token"'],
  ['BST510', { labels: { a: 'ghp_CANARYCANARY' } }, 'not repeated'], ['BST511', { annotations: { a: 'password=CANARY' } }, 'not repeated'],
])('%s: refuses %j, where it is said', (code, options, words) => {
  expectRefusal(() => giveToAll(declared().one, options), code, 'chart/platform/one', words);
  expect(refusalOf(() => giveToAll(declared().one, options)).message).not.toContain('CANARY');
});

test('BST801: annotations of an output and of an object may be longer together than Kubernetes takes', () => {
  const { one } = declared();
  giveToAll(one, { annotations: { a: 'a'.repeat(200_000) } });
  expectRefusal(() => emit(one, { ...manifest, annotations: { b: 'b'.repeat(70_000) } }), 'BST801', 'chart/platform/one', 'have 270002 bytes');
});

describe('an object that somebody else emits below an output', () => {
  const byHand = (scope: Construct, metadata: object) => new ApiObject(scope, 'by-hand', { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'a', ...metadata } });
  const given = (metadata: object, said = { labels: { team: 'output', part: 'output' }, annotations: { wave: '1' } }) => {
    const { one } = declared();
    giveToAll(one, said);
    const object = byHand(new Construct(one, 'of-a-supplier'), metadata);
    giveToOthers(one);
    return object.toJson().metadata;
  };

  test('gets them, in the place of those of the Chart', () =>
    expect(given({})).toEqual({ name: 'a', labels: { floor: '1', team: 'output', part: 'output' }, annotations: { wave: '1' } }));

  test('keeps what it says itself', () =>
    expect(given({ labels: { team: 'mine' }, annotations: { wave: '7' } })).toEqual({
      name: 'a', labels: { floor: '1', team: 'mine', part: 'output' }, annotations: { wave: '7' } }));

  test('is left alone where nothing is said', () => {
    const { one } = declared();
    const object = byHand(one, {});
    giveToOthers(one);
    expect(object.toJson().metadata).toEqual({ name: 'a', labels: { team: 'chart', floor: '1' } });
  });

  test('is no object of ours, which has them already', () => {
    const { one } = declared();
    giveToAll(one, { labels: { team: 'output' } });
    const object = emit(one, { ...manifest, labels: { team: 'chart' } });
    giveToOthers(one);
    expect(object.toJson().metadata.labels).toEqual({ floor: '1', team: 'chart' });
  });
});
