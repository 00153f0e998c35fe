import { Chart, Duration } from 'cdk8s';
import {
  Credential, EnvNames, Pods, Postgres, PostgresProvider, Redis, RedisProvider, SecretBindings, Secrets, SecretStore, Topology, UseOptions, Workload,
} from '../../src';
import { deployment } from './emitted';

const apart = { envNames: EnvNames.map({ REDIS_USER: '{username}', REDIS_PASSWORD: '{password}' }) };

/** A workload that is supplied by every supplier, with every option, from every store that they fetch from. */
export function everySupplier(chart: Chart): Topology {
  const topology = new Topology(chart, 'supplied');
  const use = (id: string, credentials: Credential, options?: UseOptions) => {
    const web = new Workload(topology, `of-${id}`, { pods: Pods.of(deployment(chart, `of-${id}`)) });
    web.uses(new Redis(topology, id, { provider: RedisProvider.external({ host: `${id}.example.com`, credentials }) }), options);
  };
  const keyVault = SecretStore.of('AzureKeyVault', 'shop-kv');
  use('kv-one', SecretStore.vaultKeyValue('vault', { mount: 'kv', version: 1 }).secret('a', { username: 'user', password: 'pass', ca: 'ca' }));
  use('kv-two', SecretStore.vaultKeyValue('platform/vault', { mount: 'teams/shop' }).secret('shop/cache'));
  use('made', SecretStore.vaultDynamic('vault', { mount: 'database' }).secret('creds/web'));
  use('rotated', SecretStore.vaultDynamic('vault', { mount: 'database' }).secret('static-creds/web'));
  use('item', SecretStore.onePassword('Shop').secret('Cache'), apart);
  use('aws', SecretStore.of('AwsSecretsManager', 'eu-west-1').secret('shop/cache'), apart);
  use('azure', Credential.of({ username: keyVault.entry('user'), password: keyVault.entry('pass') }), apart);
  use('google', Credential.of({ uri: SecretStore.of('GoogleSecretManager', 'shop-prod').entry('cache_uri') }));

  const credentials = SecretStore.cluster('vault').secret('shop/db');
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web')) });
  web.uses(new Postgres(topology, 'db', { provider: PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }) }));

  const azure = { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa' };
  new SecretBindings(chart, 'bindings', { topology, secrets: Secrets.firstOf(
    Secrets.vaultSecretsOperator({ refreshAfter: Duration.seconds(90), restarts: true }), Secrets.onePassword({ restarts: true }),
    Secrets.secretsStoreCsi({ azure, vault: { address: 'https://vault.example.com:8200', kubernetesMount: 'kubernetes' }, awsPodIdentity: true }), Secrets.externalSecrets(),
  ) });
  return topology;
}
