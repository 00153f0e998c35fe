import { Duration } from 'cdk8s';
import { BindingDelivery, Pods, Redis, RedisProvider, SecretBindings, Secrets, SecretSupplier, TopologyDocuments, Workload } from '../../src';
import { vault } from '../support/declare';
import { deployment, emitted } from '../support/emitted';
import { Declaration } from '../support/topology';
import { OPERATED } from './rotating';

const TEN = Duration.minutes(10);
const supplier = () => Secrets.externalSecrets({ refreshInterval: TEN });

interface Said {
  readonly delivery?: BindingDelivery;
  readonly restartOnRotation?: boolean;
  readonly secrets?: SecretSupplier;
  readonly credentials?: Parameters<typeof RedisProvider.external>[0]['credentials'];
}

/** What is told of the credential that `web` enters a cache with. */
function told({ delivery, restartOnRotation, secrets = supplier(), credentials = vault.secret('shop/cache') }: Said) {
  const declared = new Declaration();
  const web = new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web')), delivery });
  web.uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets, restartOnRotation });
  const [{ rotation }] = TopologyDocuments.of(declared.topology).bindings;
  return { rotation: JSON.parse(JSON.stringify(rotation)), declared };
}

const STORED = { sources: [{ producer: 'ClusterSecretStore vault', entry: 'shop/cache' }], secrets: ['web-cache'], refreshInterval: '600s' };

test('variables change with a restart, which nobody makes', () => expect(told({}).rotation).toEqual({ ...STORED, noticedBy: 'restart', withoutDowntime: false }));

test('Reloader restarts pods one after another', () => expect(told({ restartOnRotation: true }).rotation).toMatchObject({ restartedBy: 'Reloader', withoutDowntime: true }));

test('files change in running containers', () => expect(told({ delivery: BindingDelivery.FILES }).rotation).toMatchObject({ noticedBy: 'files', withoutDowntime: true }));

test('what is told both ways needs both', () => expect(told({ delivery: BindingDelivery.VARIABLES_AND_FILES }).rotation).toMatchObject({ noticedBy: 'restart and files', withoutDowntime: false }));

test('of a Secret that nobody fetches, who makes it is told, and no interval', () => expect(told({ credentials: OPERATED }).rotation).toEqual(
  { sources: [{ producer: 'whoever makes Secret made-by-hand' }], secrets: ['made-by-hand'], noticedBy: 'restart', withoutDowntime: false }));

test('the Deployment is asked to be reloaded by the Secrets that its containers read in variables, if that is said', () => {
  const annotations = (said: Said) => (emitted(told(said).declared.chart, 'Deployment')[0].metadata as { annotations?: object }).annotations;
  expect(annotations({ restartOnRotation: true })).toEqual({ 'secret.reloader.stakater.com/reload': 'web-cache' });
  expect(annotations({ restartOnRotation: true, delivery: BindingDelivery.FILES })).toBeUndefined();
  expect(annotations({})).toBeUndefined();
});
