import { EnvNames, HttpMatch, HttpRoute, LoadBalancing, TcpProvider, TcpService } from '../../../src';
import { documentOf } from '../../../src/report/from-graph/document-of';
import { serviceOf } from '../../../src/report/from-graph/service-of';
import { Declaration } from '../../support/topology';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

test('a service that says little', () => {
  expect(plain(serviceOf(new Declaration().external('payments')))).toMatchObject({
    path: 'test/shop/payments', name: 'payments', bindingType: 'http', shape: 'api', locator: { owner: 'external' }, routes: [],
  });
});

test('operations, balancing and routes in their order', () => {
  const operation = { id: 'getUser', method: 'GET', path: '/users/{id}', retriable: true };
  const declared = new Declaration();
  const versions = ['v1', 'v2'].map(name => ({ name, labels: { version: name } }));
  const service = serviceOf(declared.api(declared.workload('users', { versions }), {
    contract: { operations: [operation] },
    loadBalancing: LoadBalancing.stickyHeader('X-User'),
    routes: [HttpRoute.when(HttpMatch.header('X-Canary', 'yes')).to('v2'), HttpRoute.split({ v2: 10, v1: 90 })],
  }));
  expect(plain(service)).toMatchObject({
    operations: [operation],
    loadBalancing: { algorithm: 'CONSISTENT_HASH', header: 'x-user' },
    routes: [
      { weights: { v2: 100 }, matches: [[{ of: 'header', is: 'exact', name: 'x-canary', text: 'yes' }]], onTheWay: [] }, { weights: { v1: 90, v2: 10 }, matches: [], onTheWay: [] },
    ],
  });
  expect(service.operations).toEqual([operation]);
});

test('the connections that it takes', () => {
  const provider = TcpProvider.external({ host: 'ldap.example.com', port: 636 });
  expect(plain(serviceOf(new TcpService(new Declaration().topology, 'ldap', { provider, maxConnections: 97 })))).toMatchObject({ maxConnections: 97 });
});

test('the variables of its server, by name', () => {
  const declared = new Declaration();
  const serverEnvNames = EnvNames.map({ PORT_OF_IT: '{port}', HOST_OF_IT: '{host}' });
  new TcpService(declared.topology, 'ldap', { provider: TcpProvider.workload(declared.workload('server'), { port: 636, serverEnvNames }) });
  expect(documentOf(declared.topology.read(), [], []).services.map(({ serverVariables }) => serverVariables)).toEqual([['HOST_OF_IT', 'PORT_OF_IT']]);
});
