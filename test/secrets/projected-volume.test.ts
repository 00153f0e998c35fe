import { App, Chart } from 'cdk8s';
import { BindingValue, SecretReference } from '../../src';
import { annotationOf, ProjectedVolume } from '../../src/secrets/projected-volume';
import { vault } from '../support/declare';
import { planOf } from './told';

const { literal, secret } = BindingValue;
const existing = SecretReference.existing('db-creds', { reason: 'made by the data team', passwordKey: 'pass' });

const volumeOf = (entries: Parameters<typeof planOf>[0]) => new ProjectedVolume(new Chart(new App(), 'chart'), 'id', planOf(entries));

test('the smallest binding has its type and its provider, from annotations of the pod', () =>
  expect(volumeOf([])._toKube()).toEqual({
    name: 'binding-db',
    projected: { sources: [{ downwardApi: { items: [
      { path: 'provider', fieldRef: { fieldPath: "metadata.annotations['db.bindings.cdk8s-backing-services.io/provider']" } },
      { path: 'type', fieldRef: { fieldPath: "metadata.annotations['db.bindings.cdk8s-backing-services.io/type']" } },
    ] } }] },
  }));

test('each Secret is one source; its keys stand under the names of the specification, sorted', () => {
  const stored = vault.secret('shop/db');
  const { projected: { sources } } = volumeOf([
    { file: 'username', value: secret(existing, 'username') },
    { file: 'password', value: secret(existing, 'password') },
    { file: 'ca.crt', value: secret(stored, 'password') },
  ])._toKube();
  expect(sources.slice(0, 2)).toEqual([
    { secret: { name: 'db-creds', items: [{ key: 'pass', path: 'password' }, { key: 'username', path: 'username' }] } },
    { secret: { name: 'web-db', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
  ]);
});

test('what has no file is not projected', () =>
  expect(volumeOf([{ variable: 'URL', value: literal('x') }])._toKube()).toEqual(volumeOf([])._toKube()));

test('it mounts as itself, because cdk8s-plus knows no projected volumes', () => {
  const volume = volumeOf([]);
  expect(volume.asVolume()).toBe(volume);
});

test('an annotation is legal for the longest name of a binding and of a file', () => {
  const [prefix, name] = annotationOf('a'.repeat(55), 'bootstrap-servers').split('/');
  expect([prefix.length <= 253, name.length <= 63]).toEqual([true, true]);
});
