import { assertHost, assertOutsideHost, hostWords, isBelow, isWildcard, standsFor } from '../../src/private/host';
import { expectRefusal, refusalOf } from '../support/declare';

test.each(['db.example.com', 'localhost', 'a', '1a.example', `${'a'.repeat(63)}.example`])('accepts %s', host => expect(assertHost(host, 'p')).toBe(host));

test.each(['DB.example.com', 'db.example.com.', 'db.example.com:5432', 'https://db.example.com', '10.0.0.1', '[::1]', 'a_b', 'db.1', '0x7f.1', 'db.0x7f', '1.0x', `${'a'.repeat(64)}.example`, `db.${'a'.repeat(64)}`, ''])(
  'BST801: refuses %p', host => expectRefusal(() => assertHost(host, 'shop/db'), 'BST801', 'shop/db', JSON.stringify(host), 'a lower-case DNS name', 'choose such'));

test.each([
  'postgresql://app:hunter2@db.example.com/orders', 'app:hunter2@db.example.com', 'SASL_SSL://app:hunter2@kafka:9092', 'app:hun/ter2@db', 'host=db password=hunter2', 'h:6380,pass=hunter2',
])('BST511: refuses credentials in a host and does not repeat them: %s', host => {
  expectRefusal(() => assertHost(host, 'shop/db'), 'BST511', 'shop/db', 'not repeated here', 'give host and port');
  expect(refusalOf(() => assertHost(host, 'shop/db')).message).not.toMatch(/hunter2|ter2/);
});

test.each(['h:6380,key hunter2', 'db:hunter2'])('BST801: does not repeat what is more than a host and a port: %s', host => {
  expectRefusal(() => assertHost(host, 'shop/db'), 'BST801', 'shop/db', 'a text (not repeated here) cannot be a host');
  expect(refusalOf(() => assertHost(host, 'shop/db')).message).not.toContain('hunter2');
});

describe('outside', () => {
  test.each([
    ['db.example.com', false], ['a.svc.example.com', false], ['svc.example.com', false], ['cluster.local.example.com', false], ['localhost.example.com', false],
    ['notlocalhost.com', false], ['db.internal', false], ['printer.local', false], ['users.team-b', false], ['*.example.com', true], ['*.corp.example', true],
    ['default.example.com', false], ['kube-system.io', false], ['mydefault.notdefault', false], ['*.c.my-project.internal', true], ['*.eu-west-1.aws.confluent.cloud', true],
    [`*.${'a.'.repeat(125)}b`, true],
  ])('accepts %s', (host, wildcard) => expect(assertOutsideHost(host, wildcard, 'p')).toBe(host));

  test.each([
    ['users.team-b.svc', 'service "users" and namespace "team-b"'], ['payments.shop.svc.cluster.local', 'service "payments" and namespace "shop"'],
    ['db-0.db.data.svc.cluster.local', 'service "db" and namespace "data"'],
    ['10-1-2-3.shop.pod.cluster.local', 'its Service and namespace'], ['cluster.local', 'its Service and namespace'], ['team-b.svc', 'its Service and namespace'], ['10-1-2-3.team-a.pod', 'its Service and namespace'],
    ['users.team-b.svc.clusterset.local', 'its Service and namespace'], ['localhost.localdomain', 'its Service and namespace'],
    ['localhost4.localdomain4', 'its Service and namespace'], ['localhost6.localdomain6', 'its Service and namespace'],
    ['kube-dns.kube-system', 'service "kube-dns" and namespace "kube-system"'],
    ['istiod.istio-system', 'service "istiod" and namespace "istio-system"'], ['info.kube-public', 'service "info" and namespace "kube-public"'],
    ['a.kube-node-lease', 'service "a" and namespace "kube-node-lease"'], ['db-0.db.default', 'service "db" and namespace "default"'],
  ])('BST032: refuses %s, a name of the cluster, and says what it is', (host, named) =>
    expectRefusal(() => assertOutsideHost(host, false, 'p'), 'BST032', 'p', `"${host}" is not outside of the cluster: it is a name of the cluster's own`, `inCluster provider of its kind, which takes ${named}, and targetPort where its pods listen on another port`));

  test.each(['kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local'])('BST032: refuses %s, the API server, which no kind of service leads to', host =>
    expectRefusal(() => assertOutsideHost(host, false, 'p'), 'BST032', 'p', 'a name of the cluster\'s own', 'by reaches() of NetworkPeer.addresses()'));

  test.each(['localhost', 'x.localhost', 'a.b.localhost'])('BST032: refuses %s, which is the pod itself', host =>
    expectRefusal(() => assertOutsideHost(host, false, 'p'), 'BST032', 'p', 'the pod of whoever dials it', 'leave the service out'));

  test.each(['users', 'svc', 'kubernetes'])('BST032: refuses %s, which the search path completes', host =>
    expectRefusal(() => assertOutsideHost(host, false, 'p'), 'BST032', 'p', `"${host}" is not outside`, 'inCluster provider'));

  test.each(['*.svc.cluster.local', '*.shop.svc.cluster.local', '*.shop.svc', '*.cluster.local', '*.local', '*.svc', '*.pod.cluster.local', '*.localhost', '*.default', '*.istio-system', '*.kubernetes.default'])(
    'BST032: refuses %s, which stands for such names', host => expectRefusal(() => assertOutsideHost(host, true, 'p'), 'BST032', 'p', `"${host}" is not outside`));

  test.each(['*.com', '*.internal', '*.corp', '*.team-b'])('BST032: refuses %s, which stands for a whole top-level domain', host =>
    expectRefusal(() => assertOutsideHost(host, true, 'p'), 'BST032', 'p', `"${host}" is not outside`, 'a whole top-level domain', 'give the domain that its servers are in'));

  test.each([['*.example.com', false], ['*', true], ['*.', true], ['*.*.example.com', true], ['a.*.example.com', true], [`*.${'a.'.repeat(126)}`.slice(0, -1) + 'b', true], [5 as never, true]])(
    'BST801: refuses %j', (host, wildcard) => expectRefusal(() => assertOutsideHost(host, wildcard, 'p'), 'BST801', 'p'));
});

test.each([['*.a.b', true], ['a.b', false], ['*', false]])('%s stands for any name: %p', (host, expected) => expect(isWildcard(host)).toBe(expected));

test.each([['a.b', 'b', true], ['b', 'b', true], ['ab', 'b', false], ['b', 'a.b', false]])('%s is below %s: %p', (name, domain, expected) => expect(isBelow(name, domain)).toBe(expected));

test.each([['a.b', 'a.b', true], ['*.b', 'a.b', true], ['*.b', 'c.a.b', true], ['*.b', 'b', false], ['*.b', 'ab', false], ['b', 'a.b', false], ['*.a.b', 'a.b', false]])(
  '%s stands for %s: %p', (host, name, expected) => expect(standsFor(host, name)).toBe(expected));

test('words of a host are those of no other', () => {
  const hosts = ['my-app.example.com', 'my.app.example.com', 'my-app-example.com', 'my.app-example.com', 'a--b.com', 'a-b.com'];
  expect(hosts.map(hostWords)).toEqual(['my--app-example-com', 'my-app-example-com', 'my--app--example-com', 'my-app--example-com', 'a----b-com', 'a--b-com']);
});
