import { Synthesized } from '../synthesized';
import { tokensAndPolicies } from './tokens-and-policies';

const shop = new Synthesized('guide', 'shop', tokensAndPolicies);
const policy = (name: string) => shop.spec('AuthorizationPolicy', name);
const ISSUER = 'https://login.example.com/*';

test('a token is verified, and demanded at the port of requests but for one path, with its claim', () => {
  expect(shop.spec('RequestAuthentication', 'orders').jwtRules).toEqual([{ issuer: 'https://login.example.com', audiences: ['orders'] }]);
  const to = [{ operation: { ports: ['8080'], notPaths: ['/healthz'] } }];
  expect(policy('orders-requires-token')).toMatchObject({ action: 'DENY', rules: [
    { from: [{ source: { notRequestPrincipals: [ISSUER] } }], to },
    { from: [{ source: { requestPrincipals: [ISSUER] } }], to, when: [{ key: 'request.auth.claims[groups]', notValues: ['staff'] }] },
  ] });
});

test('policies stand beside what lets in', () => {
  expect(policy('orders').rules).toHaveLength(1);
  expect(policy('orders-reports-read-only').rules).toEqual([
    { from: [{ source: { principals: ['cluster.local/ns/shop/sa/reports'] } }], to: [{ operation: { notMethods: ['GET', 'HEAD'] } }] }]);
  expect(policy('orders-quota')).toMatchObject({ action: 'CUSTOM', provider: { name: 'quota-grpc' } });
});

test('nothing is found that would have to be acknowledged', () => expect(shop.topology.findings).toEqual([]));
