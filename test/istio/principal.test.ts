import { principalOf } from '../../src/istio/principal';
import { Declaration } from '../support/topology';

describe('the principal of a workload', () => {
  test('is made of trust domain, namespace and ServiceAccount, not of the workload\'s name', () => {
    const web = new Declaration().workload('web', { namespace: 'front', serviceAccountName: 'web-account' });
    expect(principalOf(web, 'cluster.local')).toBe('cluster.local/ns/front/sa/web-account');
  });

  test('follows the trust domain and carries no spiffe://, which would match nobody', () => {
    expect(principalOf(new Declaration().workload('web'), 'prod.example.com')).toBe('prod.example.com/ns/shop/sa/web');
  });
});
