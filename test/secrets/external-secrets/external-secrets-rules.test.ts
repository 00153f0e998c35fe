import { Duration } from 'cdk8s';
import { ExternalSecretsOptions, RefreshPolicy, SecretCreationPolicy, SecretDeletionPolicy, Secrets } from '../../../src';
import { assertSettings } from '../../../src/secrets/external-secrets/external-secrets-rules';
import { expectRefusal } from '../../support/declare';

const { CREATED_ONCE, ON_CHANGE, PERIODIC } = RefreshPolicy;
const DELETE = SecretDeletionPolicy.DELETE;
const path = 'Secrets.externalSecrets';

test.each<[string, string, ExternalSecretsOptions, string[]]>([
  ['an interval at which nothing looks', 'BST535', { refreshPolicy: ON_CHANGE, refreshInterval: Duration.hours(1) }, ['OnChange reads no store at intervals', 'PERIODIC']],
  ['an interval of what is made once', 'BST535', { refreshPolicy: CREATED_ONCE, refreshInterval: Duration.hours(1) }, ['CreatedOnce reads no store', 'leave refreshInterval out']],
  ['an immutable Secret that is to change at intervals', 'BST535', { immutable: true }, ['refreshPolicy Periodic is to change it', 'say RefreshPolicy.CREATED_ONCE']],
  ['an immutable Secret that is to change with the declaration', 'BST535', { immutable: true, refreshPolicy: ON_CHANGE }, ['OnChange is to change it', 'leave immutable out']],
  ['to delete what the operator does not own', 'BST535', { deletionPolicy: DELETE, creationPolicy: SecretCreationPolicy.ORPHAN }, ['creationPolicy is Orphan', 'leave deletionPolicy out']],
  ['to delete what nothing looks for', 'BST535', { deletionPolicy: DELETE, refreshPolicy: ON_CHANGE }, ['OnChange never looks whether an entry is gone']],
  ['a type that asks for keys', 'BST535', { secretType: 'kubernetes.io/basic-auth' }, ['"kubernetes.io/basic-auth" must have the keys', 'give secretType "Opaque"']],
  ['a type of a part of Kubernetes', 'BST535', { secretType: 'bootstrap.kubernetes.io/token' }, ['must have the keys']],
  ['a type that is none', 'BST801', { secretType: 'of mine' }, ['"of mine" cannot be the type of a Secret']],
  ['a credential for a type', 'BST510', { secretType: 'ghp_CANARYCANARY' }, ['not repeated here']],
  ['a label of the operator', 'BST535', { secretLabels: { 'reconcile.external-secrets.io/managed': 'false' } }, ['"reconcile.external-secrets.io/managed" itself', 'leave it out']],
  ['an annotation of the operator', 'BST535', { secretAnnotations: { 'reconcile.external-secrets.io/data-hash': 'x' } }, ['data-hash" itself']],
  ['a label that is none', 'BST801', { secretLabels: { a: 'b c' } }, ['"b c"']],
  ['a credential for a label', 'BST510', { secretLabels: { a: 'ghp_CANARYCANARY' } }, ['not repeated here']],
  ['a password in an annotation', 'BST511', { secretAnnotations: { a: 'password=hunter2' } }, ['not repeated here']],
  ['an interval of no time', 'BST009', { refreshInterval: Duration.millis(0) }, ['refreshInterval']],
])('refuses %s', (_, code, options, words) => expectRefusal(() => Secrets.externalSecrets(options), code, path, ...words));

test('where nothing is said, a Secret belongs to its ExternalSecret and follows the store every hour', () => {
  const { refreshInterval, ...settings } = assertSettings({});
  expect(refreshInterval?.toHours()).toBe(1);
  expect(settings).toEqual({ refreshPolicy: PERIODIC, immutable: false, creationPolicy: 'Owner', deletionPolicy: 'Retain' });
});

test('a type of one\'s own is taken, and so is one that has the word in its name', () => {
  for (const secretType of ['Opaque', 'example.com/login', 'notkubernetes.io/x']) expect(assertSettings({ secretType }).secretType).toBe(secretType);
});
