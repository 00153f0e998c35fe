import { podsOf, servicesCalled } from '../../src/istio/policy-target';

test('a policy is about pods, or about Services', () => {
  expect(podsOf({ selector: { app: 'web' } })).toEqual({ selector: { matchLabels: { app: 'web' } } });
  expect(servicesCalled(['web', 'web-v1'])).toEqual({ targetRefs: ['web', 'web-v1'].map(name => ({ group: '', kind: 'Service', name })) });
});
