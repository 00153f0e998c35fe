import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { DataAccess } from '../../src/model/data-access';
import { LoadBalancing } from '../../src/model/load-balancing';
import { newKafka } from '../support/declare';
import { EVERY_CALL_OPTION, MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

const BREAKER = { circuitBreaker: CircuitBreaker.consecutiveErrors(5) };

/** A service with two versions, called by `app` and `web` in namespaces of their own, which differ in the breaker. */
function differing(): MeshDeclaration {
  const declared = new MeshDeclaration();
  const users = declared.users({}, ['v1', 'v2']);
  declared.workload('app', { namespace: 'ns-app', labels: { app: 'app', tier: 'x' } }).calls(users, BREAKER);
  declared.workload('web', { namespace: 'ns-web' }).calls(users);
  return declared;
}

describe('DestinationRule', () => {
  test('of the smallest case', () => {
    const declared = new MeshDeclaration();
    declared.users();
    expect(declared.object('DestinationRule', 'users-api')).toMatchSnapshot();
  });

  test('of every option', () => {
    const declared = new MeshDeclaration();
    declared.caller('web', declared.users({ contract: USERS_CONTRACT, loadBalancing: LoadBalancing.stickyHeader('x-user') }, ['v1', 'v2']), EVERY_CALL_OPTION);
    expect(declared.object('DestinationRule', 'users-api')).toMatchSnapshot();
  });

  test('is one for a host, ruled by what its callers agree on', () => {
    const declared = new MeshDeclaration();
    const users = declared.users();
    for (const name of ['app', 'web']) declared.caller(name, users, BREAKER);
    expect(declared.named('DestinationRule')).toEqual(['shop/users-api']);
    expect(declared.spec('DestinationRule', 'users-api').trafficPolicy.outlierDetection).toMatchObject({ maxEjectionPercent: 100 });
  });

  test('names a subset for each version by its label', () => {
    const declared = new MeshDeclaration();
    declared.users({}, ['v2', 'v1']);
    expect(declared.spec('DestinationRule', 'users-api').subsets).toEqual([{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }]);
  });

  test('has no subsets where there are no versions', () => {
    const declared = new MeshDeclaration();
    declared.users();
    expect(declared.spec('DestinationRule', 'users-api')).not.toHaveProperty('subsets');
  });

  test('of a TCP service is left out if it would say nothing', () => {
    const declared = new MeshDeclaration();
    declared.workload('web').uses(declared.tcp('ldap'));
    expect(declared.named('DestinationRule')).toEqual([]);
  });

  test('of a TCP service with versions has subsets only', () => {
    const declared = new MeshDeclaration();
    declared.tcp('ldap', ['v1', 'v2']);
    expect(Object.keys(declared.spec('DestinationRule', 'ldap')).sort()).toEqual(['exportTo', 'host', 'subsets']);
  });

  test('of an operator\'s database covers each of its hosts that is dialled', () => {
    const declared = new MeshDeclaration();
    declared.workload('web').uses(declared.database(), { connectTimeout: ms(500), access: DataAccess.READ_ONLY });
    expect(declared.named('DestinationRule')).toEqual(['shop/orders-ro', 'shop/orders-rw']);
    expect(declared.spec('DestinationRule', 'orders-ro')).toEqual({
      host: 'orders-ro.data.svc.cluster.local', exportTo: ['.'], trafficPolicy: { connectionPool: { tcp: { connectTimeout: '500ms' } } },
    });
  });

  test('of an operator\'s host for reading is left out where nobody reads', () => {
    const declared = new MeshDeclaration();
    const database = declared.database();
    declared.workload('web').uses(database, { connectTimeout: ms(500) });
    declared.workload('report', { namespace: 'office' }).uses(database, { connectTimeout: ms(500), access: DataAccess.READ_ONLY });
    expect(declared.named('DestinationRule')).toEqual(['office/orders-ro', 'office/orders-rw', 'shop/orders-rw']);
  });

  test('is not made for Kafka', () => {
    const declared = new MeshDeclaration();
    declared.workload('web').publishes(newKafka(declared.topology).topic('created'));
    expect(declared.emitted.map(({ kind }) => kind)).toEqual(['PeerAuthentication', 'AuthorizationPolicy']);
  });
});

describe('callers that differ', () => {
  test('have a rule of their own beside the one for everybody, but for those that say what that one says', () =>
    expect(differing().named('DestinationRule')).toEqual(['shop/users-api', 'ns-app/users-api-from-app']));

  test('have it in their namespace, for their pods only, seen nowhere else', () =>
    expect(differing().spec('DestinationRule', 'users-api-from-app', 'ns-app')).toMatchObject({
      host: 'users-api.shop.svc.cluster.local', exportTo: ['.'], workloadSelector: { matchLabels: { app: 'app', tier: 'x' } },
    }));

  test('have it although they said nothing in a namespace that they share with one that did: it is asked alone, and not the service\'s', () => {
    const declared = new MeshDeclaration();
    const users = declared.users({}, ['v1', 'v2']);
    declared.workload('app', { namespace: 'edge' }).calls(users, BREAKER);
    declared.workload('web', { namespace: 'edge' }).calls(users);
    declared.workload('job', { namespace: 'other' }).calls(users);
    declared.workload('cron').calls(users);
    expect(declared.named('DestinationRule')).toEqual(['shop/users-api', 'edge/users-api-from-app', 'edge/users-api-from-web']);
    expect(declared.spec('DestinationRule', 'users-api-from-web', 'edge')).toMatchObject({
      trafficPolicy: { loadBalancer: { simple: 'LEAST_REQUEST' } }, subsets: [{ name: 'v1' }, { name: 'v2' }],
    });
  });

  test('in the namespace of the service have none of their own unless they said something', () => {
    const declared = new MeshDeclaration();
    const users = declared.users();
    declared.caller('app', users, BREAKER);
    declared.caller('web', users);
    expect(declared.named('DestinationRule')).toEqual(['shop/users-api', 'shop/users-api-from-app']);
  });

  test('have none of their own that would say nothing', () => {
    const declared = new MeshDeclaration();
    const ldap = declared.tcp('ldap');
    declared.workload('app', { namespace: 'edge' }).uses(ldap, { connectTimeout: ms(1) });
    declared.workload('web', { namespace: 'edge' }).uses(ldap);
    expect(declared.named('DestinationRule')).toEqual(['edge/ldap-from-app']);
  });

  test('find the subsets there too: a rule found first is not merged with the service\'s', () => {
    const declared = differing();
    const subsets = ['v1', 'v2'].map(name => ({ name, labels: { version: name } }));
    expect(declared.spec('DestinationRule', 'users-api-from-app', 'ns-app').subsets).toEqual(subsets);
    expect(declared.spec('DestinationRule', 'users-api').subsets).toEqual(subsets);
  });

  test('leave nothing of theirs in the rule for everybody', () => {
    const shared = differing().spec('DestinationRule', 'users-api');
    expect(shared.trafficPolicy).toEqual({ loadBalancer: { simple: 'LEAST_REQUEST' } });
    expect(shared).not.toHaveProperty('workloadSelector');
    expect(shared.exportTo).toEqual(['.', 'ns-app', 'ns-web']);
  });

  test('of a third party differ within their namespace only, and all start TLS', () => {
    const declared = new MeshDeclaration();
    const payments = declared.payments();
    declared.workload('app', { namespace: 'ns-a' }).calls(payments, BREAKER);
    declared.workload('web', { namespace: 'ns-a' }).calls(payments);
    declared.workload('job', { namespace: 'ns-b' }).calls(payments, BREAKER);
    expect(declared.named('DestinationRule')).toEqual(['ns-a/payments', 'ns-a/payments-from-app', 'ns-b/payments']);
    const rules = declared.emitted.filter(({ kind }) => kind === 'DestinationRule');
    expect(rules.map(({ spec }) => spec.trafficPolicy.tls.mode)).toEqual(Array(3).fill('SIMPLE'));
  });

  test('of a TCP service need no rule for everybody', () => {
    const declared = new MeshDeclaration();
    const ldap = declared.tcp('ldap');
    declared.workload('app').uses(ldap, { connectTimeout: ms(1) });
    declared.workload('web').uses(ldap, { connectTimeout: ms(2) });
    expect(declared.named('DestinationRule')).toEqual(['shop/ldap-from-app', 'shop/ldap-from-web']);
  });

  test('have names that a cluster takes, however long theirs are', () => {
    const declared = new MeshDeclaration();
    const service = declared.tcp('s'.repeat(55));
    for (const letter of ['a', 'b']) declared.workload(letter.repeat(63)).uses(service, { connectTimeout: ms(letter === 'a' ? 1 : 2) });
    expect(declared.named('DestinationRule').map(name => name.length - 'shop/'.length)).toEqual([124, 124]);
  });
});
