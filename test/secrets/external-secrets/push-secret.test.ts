import { App, Chart } from 'cdk8s';
import { Credential, CredentialPart, EnvNames, Platform, Pods, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload } from '../../../src';
import { RELEASES, UpstreamSchemas } from '../../support/crd-schemas';
import { deployment, Emitted, emitted } from '../../support/emitted';

/** A cache in a container of ours, two clients, and a copy of its password. */
function pushed(copy?: CredentialPart): Emitted[] {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  const workload = (id: string) => new Workload(topology, id, { pods: Pods.of(deployment(chart, id)) });
  const cache = new Redis(topology, 'cache', { provider: RedisProvider.workload(workload('server'), {
    credentials: Credential.of({ password: CredentialPart.generated('dev-cache', { copy }) }), serverEnvNames: EnvNames.map({ REDIS_PASSWORD: '{password}' }),
  }) });
  for (const id of ['web', 'batch']) workload(id).uses(cache);
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return emitted(chart).filter(({ kind }) => kind === 'PushSecret');
}

const vault = SecretStore.cluster('vault');

test('the generated password is written into the store once, never over what is there, and stays when the object goes', () => {
  expect(pushed(vault.property('shop/cache', 'password'))).toEqual([{
    apiVersion: 'external-secrets.io/v1alpha1', kind: 'PushSecret', metadata: { name: 'dev-cache', namespace: 'shop' },
    spec: {
      updatePolicy: 'IfNotExists', deletionPolicy: 'None', refreshInterval: '1h0m0s', secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'vault' }],
      selector: { secret: { name: 'dev-cache' } },
      data: [{ conversionStrategy: 'None', match: { secretKey: 'password', remoteRef: { remoteKey: 'shop/cache', property: 'password' } } }],
    },
  }]);
});

test('a whole entry has no property, and a store may be of the namespace', () => {
  const [{ spec: { data, secretStoreRefs } }] = pushed(SecretStore.namespaced('local').entry('cache-password'));
  expect([data[0].match.remoteRef, secretStoreRefs]).toEqual([{ remoteKey: 'cache-password' }, [{ kind: 'SecretStore', name: 'local' }]]);
});

test('nothing is pushed unless a copy is asked for', () => expect(pushed()).toEqual([]));

test('both releases of the operator accept it', () => {
  const schemas = new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('External Secrets')));
  for (const object of pushed(vault.entry('a'))) expect(schemas.judge(object).map(({ problems }) => problems)).toEqual([[], []]);
});
