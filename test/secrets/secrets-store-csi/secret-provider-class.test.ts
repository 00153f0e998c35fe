import { load } from 'js-yaml';
import { Credential, Pods, Redis, RedisProvider, SecretBindings, Secrets, SecretsStoreCsiOptions, SecretStore, Workload } from '../../../src';
import { deployment, emitted, podTemplate, yaml } from '../../support/emitted';
import { Declaration } from '../../support/topology';

const vault = SecretStore.vaultKeyValue('shop', { mount: 'kv' });

/** A workload `web` that uses a cache, and what it is told. */
function bound(credentials: Credential, options?: SecretsStoreCsiOptions): Declaration {
  const declared = new Declaration();
  const web = new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web')) });
  web.uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.secretsStoreCsi(options) });
  return declared;
}

test('the smallest one, and the pods that hold its Secret in being', () => {
  const { chart } = bound(vault.secret('shop/cache', { uri: 'uri' }));
  expect(yaml(emitted(chart).filter(({ kind }) => ['SecretProviderClass', 'Deployment'].includes(kind)))).toMatchSnapshot();
});

test('one with every option', () => {
  const azure = { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa' };
  const keyVault = SecretStore.of('AzureKeyVault', 'shop-kv');
  const { chart } = bound(Credential.of({ uri: keyVault.entry('cache-uri'), ca: keyVault.entry('cache-ca') }), { azure, vault: {}, awsPodIdentity: true });
  expect(yaml(emitted(chart, 'SecretProviderClass'))).toMatchSnapshot();
});

test('every key of the Secret is a file of the volume, which the provider is asked to write', () => {
  const { chart } = bound(vault.secret('shop/cache', { uri: 'uri', ca: 'ca.pem' }));
  const [{ metadata, spec }] = emitted(chart, 'SecretProviderClass');
  const files = (load(spec.parameters.objects) as { objectName: string }[]).map(({ objectName }) => objectName);
  expect(spec.secretObjects).toEqual([{
    secretName: 'web-cache', type: 'servicebinding.io/redis', data: [{ key: 'ca.crt', objectName: 'part-ca' }, { key: 'uri', objectName: 'part-uri' }],
  }]);
  expect(files).toEqual(['part-ca', 'part-uri']);
  expect(podTemplate(chart, 'web').spec.volumes).toContainEqual(
    { name: 'supply-cache', csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { secretProviderClass: metadata.name } } });
});

test('BST520: refuses a URL that would have to be put together, and says how it is kept whole', () => {
  const declared = bound(vault.secret('shop/cache'));
  expect(declared.findings('BST520').map(({ problem, fix }) => `${problem}; ${fix}`)).toEqual([
    'CACHE_URL would hold a secret that is not encoded where it stands: the Secrets Store CSI Driver does not put it together, or does not encode its parts; give the Platform a supplier '
    + 'that does, keep the whole text as a part "uri", or tell its parts as they are, each in a variable of its own, by EnvNames.map',
  ]);
});
