import { Volume } from 'cdk8s-plus-28';
import { EnvNames, Pods, Postgres, PostgresProvider, Redis, RedisProvider, SecretBindings, Secrets, SecretStore, Workload } from '../../src';
import { expectRefusal } from '../support/declare';
import { container, deployment, podTemplate } from '../support/emitted';
import { Declaration } from '../support/topology';

const vault = SecretStore.vaultKeyValue('shop', { mount: 'kv' });
const apart = EnvNames.map({ REDIS_USER: '{username}', REDIS_PASSWORD: '{password}' });
let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

function use(pods: Pods, containers?: string[]): SecretBindings {
  const web = new Workload(declared.topology, 'web', { pods });
  const cache = new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('shop/cache') }) });
  web.uses(cache, { envNames: apart, containers });
  const credentials = vault.secret('shop/db', { uri: 'uri', ca: 'ca' });
  web.uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.external({ host: 'd.example.com', database: 'd', credentials }) }));
  return new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.secretsStoreCsi() });
}

const CACHE = { name: 'supply-cache', mountPath: '/mnt/secrets-store/cache', readOnly: true };
const DB = { name: 'supply-db', mountPath: '/mnt/secrets-store/db', readOnly: true };

test('a container mounts the volume of each Secret that it reads, for variables too, and the pods have each once', () => {
  use(Pods.of(deployment(declared.chart, 'web', { containers: [container('main'), container('sidecar')], initContainers: [container('migrate')] })), ['main', 'migrate']);
  const { spec } = podTemplate(declared.chart, 'web');
  const mounts = ({ volumeMounts }: { volumeMounts?: { name: string }[] }) => volumeMounts?.filter(({ name }) => name.startsWith('supply-'));
  expect([...spec.containers, ...spec.initContainers!].map(mounts)).toEqual([[CACHE, DB], [DB], [CACHE, DB]]);
  expect(spec.volumes!.map(({ name }) => name).sort()).toEqual(['bindings', 'bindings-2', 'supply-cache', 'supply-db']);
});

test('pods that another program makes are said which volumes to mount', () => {
  const web = new Workload(declared.topology, 'other', { pods: Pods.fromLabels({ labels: { app: 'other' } }) });
  const cache = new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('shop/cache') }) });
  web.uses(cache, { envNames: apart });
  const bindings = new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.secretsStoreCsi() });
  expect(bindings.volumesOf(web)).toEqual([
    { name: 'supply-cache', mountPath: CACHE.mountPath, files: [], csi: { driver: 'secrets-store.csi.k8s.io', attributes: { secretProviderClass: 'other-cache' } } },
  ]);
});

test('BST020: refuses pods that have a volume of that name', () => {
  const made = deployment(declared.chart, 'web');
  made.addVolume(Volume.fromEmptyDir(made, 'own', 'supply-cache'));
  expectRefusal(() => use(Pods.of(made)), 'BST020', 'test/shop/workloads/web uses cache', 'which is the name of a volume of bindings', 'give that volume another name');
});

test('BST020: refuses a container that has something mounted there', () => {
  const made = deployment(declared.chart, 'web');
  made.containers[0].mount('/mnt/secrets-store/cache/', Volume.fromEmptyDir(made, 'own', 'own'));
  expectRefusal(() => use(Pods.of(made)), 'BST020', 'test/shop/workloads/web uses cache', 'has something mounted at "/mnt/secrets-store/cache/" already', 'mount that elsewhere');
});

test('BST020: refuses pods that a second output binds', () => {
  use(Pods.of(deployment(declared.chart, 'web')));
  expectRefusal(() => new SecretBindings(declared.chart, 'more', { topology: declared.topology, secrets: Secrets.secretsStoreCsi() }), 'BST020',
    'test/shop/workloads/web uses cache', 'are bound by test/bindings already', 'bind these pods once');
});
