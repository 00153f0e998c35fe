import { emitAbout, gatewayItself, podsOf, PolicyTarget, servicesCalled } from '../../src/istio/policy-target';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

test('a policy is about pods, about Services, or about a Gateway', () => {
  expect(podsOf({ selector: { app: 'web' } })).toEqual({ selector: { matchLabels: { app: 'web' } } });
  expect(servicesCalled(['web', 'web-v1'])).toEqual({ targetRefs: ['web', 'web-v1'].map(name => ({ group: '', kind: 'Service', name })) });
  expect(gatewayItself('way')).toEqual({ targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'way' }] });
});

const named = (count: number) => Array.from({ length: count }, (_, i) => `s${i}`);
function emittedAbout(target: PolicyTarget) {
  const { chart } = new Declaration();
  emitAbout(chart, target, { apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy', name: 'p', namespace: 'shop', spec: { action: 'ALLOW' } });
  return emitted(chart).map(({ metadata, spec }) => [metadata.name, spec.targetRefs?.length, spec.action]);
}

test('of more Services than one policy takes there are as many alike as it needs', () => {
  expect(emittedAbout(servicesCalled(named(16)))).toEqual([['p', 16, 'ALLOW']]);
  expect(emittedAbout(servicesCalled(named(33)))).toEqual([['p', 16, 'ALLOW'], ['p-2', 16, 'ALLOW'], ['p-3', 1, 'ALLOW']]);
});

test('of pods there is one', () => expect(emittedAbout(podsOf({ selector: { app: 'web' } }))).toEqual([['p', undefined, 'ALLOW']]));
