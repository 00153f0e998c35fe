import { isAbout, labelsIn } from '../../src/istio/selected-by-hand';
import { EmittedObject } from '../../src/model/emitted-object';
import { Declaration } from '../support/topology';

test('pods are meant by labels of all of them or of a version, and by no other', () => {
  const web = new Declaration().workload('web', { versions: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }] });
  expect([{ app: 'web' }, { app: 'web', version: 'v2' }, { version: 'v3' }, { app: 'users' }].map(labels => isAbout(Object.entries(labels), web))).toEqual([true, true, false, false]);
});

test('no label is a whole namespace', () => {
  const object = (selector: unknown) => ({ manifest: () => ({ spec: { selector } }) }) as EmittedObject;
  expect([{ app: 'web' }, {}, undefined, { app: 1 }].map(selector => labelsIn(object(selector), 'spec', 'selector'))).toEqual([[['app', 'web']], undefined, undefined, undefined]);
});
