import { ApiObject, Duration } from 'cdk8s';
import { BindingDelivery, Pods, Redis, RedisProvider, SecretBindings, Secrets, SecretSupplier, Workload } from '../../src';
import { vault } from '../support/declare';
import { deployment } from '../support/emitted';
import { Declaration } from '../support/topology';

/** A supplier that restarts pods itself, or never looks again. */
class Own extends SecretSupplier {
  public readonly name = 'our pipeline';
  public readonly composes = true;
  public fetches = () => true;
  public encodes = () => true;
  public supply = () => undefined;
}

interface Said {
  readonly delivery?: BindingDelivery;
  readonly secrets?: SecretSupplier;
  readonly pods?: (declared: Declaration) => Pods;
  readonly restartOnRotation?: boolean;
}

function found({ delivery, secrets = Secrets.externalSecrets({ refreshInterval: Duration.hours(1) }), restartOnRotation, pods = ({ chart }) => Pods.of(deployment(chart, 'web')) }: Said): string[] {
  const declared = new Declaration();
  const web = new Workload(declared.topology, 'web', { pods: pods(declared), delivery });
  for (const name of ['cache', 'queue']) {
    web.uses(new Redis(declared.topology, name, { provider: RedisProvider.external({ host: `${name}.example.com`, credentials: vault.secret(name) }) }));
  }
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets, restartOnRotation });
  return declared.found('BST540');
}

const job = ({ chart }: Declaration) => Pods.of(new ApiObject(chart, 'job', {
  apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'job' }, spec: { template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', image: 'a' }] } } },
}));

describe('BST540 rotation-unnoticed', () => {
  test('warns once of a workload whose containers go on with what they were told', () => expect(found({})).toEqual([
    'warning web: reads credentials of cache, queue in variables when its containers start, the External Secrets Operator looks for new ones every 1h, and nothing restarts its pods; '
      + 'set restartOnRotation where Reloader runs in the cluster, or deliver the bindings as files to clients that read them again']));

  test.each<[string, Said]>([
    ['pods are restarted', { restartOnRotation: true }],
    ['its author asks Reloader', { pods: ({ chart }) => Pods.of(deployment(chart, 'web', { metadata: { name: 'web', annotations: { 'reloader.stakater.com/auto': 'true' } } })) }],
    ['they are told in files', { delivery: BindingDelivery.FILES }],
    ['the pods end by themselves', { pods: job }],
    ['somebody else makes the pods', { pods: () => Pods.fromLabels({ labels: { app: 'web' } }) }],
    ['nobody says how often the supplier looks', { secrets: Secrets.externalSecrets() }],
    ['the supplier never looks again', { secrets: new Own() }],
    ['the supplier restarts them', { secrets: Object.assign(new Own(), { restarts: () => true }) }],
  ])('accepts it where %s', (_, said) => expect(found(said)).toEqual([]));

  test('holds what a supplier answers to its type', () => expect(() => found({ secrets: Object.assign(new Own(), { refreshes: () => '1h' }) })).toThrow('BST021'));
});
