import { BindingDelivery, BindingValue, KubernetesSecret } from '../../src';
import { annotationOf, BoundFile } from '../../src/secrets/bound-volume';
import { boundVolume, projectedVolume } from '../../src/secrets/projected-volume';
import { vault } from '../support/declare';
import { entry, planOf } from './told';

const { literal, secret } = BindingValue;
const existing = KubernetesSecret.existing('db-creds', { reason: 'made by the data team' }).credential({ username: 'username', password: 'pass' });
const all = { delivery: BindingDelivery.VARIABLES_AND_FILES };

const kubeOf = (entries: Parameters<typeof planOf>[0]) =>
  projectedVolume(boundVolume([planOf(entries, undefined, all)], 'bindings', '/bindings')!);

test('the smallest binding has its type and its provider, from annotations of the pod', () =>
  expect(kubeOf([])).toEqual({
    name: 'bindings',
    projected: { sources: [{ downwardAPI: { items: [
      { path: 'db/provider', fieldRef: { fieldPath: "metadata.annotations['db.bindings.cdk8s-backing-services.io/provider']" } },
      { path: 'db/type', fieldRef: { fieldPath: "metadata.annotations['db.bindings.cdk8s-backing-services.io/type']" } },
    ] } }] },
  }));

test('each Secret is one source; its keys stand in the folder of the binding, sorted', () => {
  const stored = vault.secret('shop/db');
  const { projected: { sources } } = kubeOf([
    entry(secret(existing, 'username'), { file: 'username' }), entry(secret(existing, 'password'), { file: 'password' }), entry(secret(stored, 'password'), { file: 'ca.crt' }),
  ]);
  expect(sources.slice(0, 2)).toEqual([
    { secret: { name: 'db-creds', items: [{ key: 'pass', path: 'db/password' }, { key: 'username', path: 'db/username' }] } },
    { secret: { name: 'web-db', items: [{ key: 'ca.crt', path: 'db/ca.crt' }] } },
  ]);
});

test('what has no file is not projected', () => expect(kubeOf([entry(literal('x'), { variable: 'URL' })])).toEqual(kubeOf([])));

test('a source is made of one file, and none of no file', () => {
  const made = (files: BoundFile[]) => projectedVolume({ name: 'v', mountPath: '/v', files }).projected;
  const kept = { path: 'db/a', secretName: 's', secretKey: 'k' };
  expect(made([kept])).toEqual({ sources: [{ secret: { name: 's', items: [{ key: 'k', path: 'db/a' }] } }] });
  expect(made([{ path: 'db/b', text: 't', annotation: 'b' }])).toEqual({ sources: [{ downwardAPI: { items: [{ path: 'db/b', fieldRef: { fieldPath: "metadata.annotations['b']" } }] } }] });
});

test('bindings without a file need no volume', () =>
  expect(boundVolume([planOf([entry(literal('x'), { variable: 'URL', file: 'uri' })])], 'bindings', '/bindings')).toBeUndefined());

test('an annotation is legal for the longest name of a binding and of a file', () => {
  const [prefix, name] = annotationOf('a'.repeat(55), 'bootstrap-servers', 'bindings-12').split('/');
  expect([prefix.length <= 253, name.length <= 63]).toEqual([true, true]);
});
