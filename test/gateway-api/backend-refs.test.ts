import { backendAt, backendRefsOf, serviceOf } from '../../src/gateway-api/backend-refs';
import { GatewayApiDeclaration } from '../support/gateway-api';

const declared = new GatewayApiDeclaration();
const [to] = declared.hosts(declared.pages());

test('requests for any version go to the Service that all have in common, at the port that it gives out', () => {
  expect([serviceOf(to), serviceOf(to, 'v2')]).toEqual(['pages', 'pages-v2']);
  expect(backendAt(to, undefined, 'shop')).toEqual({ name: 'pages', namespace: undefined, port: 80 });
});

test('those for one version go to its own Service', () => expect(backendAt(to, 'v2', 'shop').name).toBe('pages-v2'));

test('the namespace is named where the route stands in another one', () => expect(backendAt(to, undefined, 'routes').namespace).toBe('shop'));

test('a weight stands only among several', () => {
  expect(backendRefsOf({ to, namespace: 'shop' }, [{ version: 'v1', weight: 100 }]).map(({ weight }) => weight)).toEqual([undefined]);
  expect(backendRefsOf({ to, namespace: 'shop' }, [{ version: 'v1', weight: 100 }, { version: 'v2', weight: 0 }]).map(({ name, weight }) => [name, weight])).toEqual([['pages-v1', 100], ['pages-v2', 0]]);
});

test('outside of the cluster it is the host', () =>
  expect(backendRefsOf({ to, namespace: 'shop', outside: { group: 'a.example.com', kind: 'Host' } }, [{ weight: 100 }])).toEqual([{ group: 'a.example.com', kind: 'Host', name: to.host, port: 80 }]));
