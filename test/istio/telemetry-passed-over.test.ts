import { ApiObject } from 'cdk8s';
import { Telemetry } from '../../src/istio/declared-telemetry';
import { MeshDeclaration } from '../support/mesh';

const LOGGED = { accessLogs: [{ provider: 'envoy' }] };

/** What BST661 finds of a Telemetry by hand, beside one of the mesh, one of namespace `shop` and one of its workload `web`. */
function found(spec: object | undefined, namespace = 'shop', name = 'mine'): string[] {
  const declared = new MeshDeclaration({ ...LOGGED, telemetry: [Telemetry.ofMesh(LOGGED), Telemetry.ofNamespace('shop', { tracing: { samplingPercentage: 1 } })] });
  declared.workload('web');
  new ApiObject(declared.chart, 'mine', { apiVersion: 'telemetry.istio.io/v1alpha1', kind: 'Telemetry', metadata: { name, namespace }, spec });
  declared.read();
  return declared.findings('BST661').map(({ path, problem }) => `${path}: ${problem}`);
}

const meets = (other: string) => [`test/mine: this Telemetry is of the same proxies as test/mesh/Telemetry ${other}`];

describe('BST661 telemetry-passed-over', () => {
  test.each<[string, object | undefined, string, string]>([
    ['of the same namespace', {}, 'shop', 'shop.namespace-default'],
    ['of that by an empty selector', { selector: { matchLabels: {} } }, 'shop', 'shop.namespace-default'],
    ['of the same mesh', { tracing: [] }, 'istio-system', 'istio-system.mesh-default'],
    ['without a spec', undefined, 'shop', 'shop.namespace-default'],
    ['of the same workload', { selector: { matchLabels: { app: 'web' } } }, 'shop', 'shop.web'],
  ])('finds one %s', (_, spec, namespace, other) => expect(found(spec, namespace)).toEqual(meets(other)));

  test.each<[string, object, string, string]>([
    ['of another namespace', {}, 'books', 'mine'],
    ['of other pods', { selector: { matchLabels: { app: 'users' } } }, 'shop', 'mine'],
    ['of some of the pods', { selector: { matchLabels: { app: 'web', version: 'v2' } } }, 'shop', 'mine'],
    ['of a waypoint', { targetRefs: [{ kind: 'Gateway', name: 'waypoint' }] }, 'shop', 'mine'],
    ['of a Service', { targetRef: { kind: 'Service', name: 'web' } }, 'shop', 'mine'],
    ['of the same name, which is another finding', {}, 'shop', 'namespace-default'],
  ])('accepts one %s', (_, spec, namespace, name) => expect(found(spec, namespace, name)).toEqual([]));
});
