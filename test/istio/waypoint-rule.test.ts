import { CircuitBreaker, ConnectionPool, HttpRoute } from '../../src';
import { AmbientDeclaration } from '../support/ambient';

let declared: AmbientDeclaration;
beforeEach(() => { declared = new AmbientDeclaration(); });
const BREAKER = CircuitBreaker.consecutiveErrors(5);

test('a rule for the host that clients call, and for that of each version, which routes send to', () => {
  const pages = declared.pages([HttpRoute.split({ v1: 90, v2: 10 })]);
  for (const name of ['web', 'app']) declared.caller(name, pages, { circuitBreaker: BREAKER, connectionPool: ConnectionPool.limits({ maxConnections: 7 }) });
  const rules = declared.emitted.filter(({ kind }) => kind === 'DestinationRule');
  expect(rules.map(({ metadata, spec }) => [metadata.name, spec.host])).toEqual(['pages', 'pages-v1', 'pages-v2'].map(name => [name, `${name}.shop.svc.cluster.local`]));
  for (const { spec } of rules) expect(spec).toMatchObject({ exportTo: ['.'], trafficPolicy: { connectionPool: { tcp: { maxConnections: 7 } }, outlierDetection: { consecutive5xxErrors: 5 } } });
});

test('none has subsets, which no waypoint routes to', () => {
  declared.pages([HttpRoute.split({ v1: 90, v2: 10 })]);
  expect(declared.emitted.filter(({ spec }) => spec.subsets)).toEqual([]);
});

test('a third party has none', () => {
  declared.caller('web', declared.ldap());
  expect(declared.named('DestinationRule')).toEqual([]);
});
