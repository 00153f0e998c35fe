import { DocumentedAddress, DocumentedLocator, DocumentedOperator, DocumentedTls } from '../document/documented-locator';
import { DocumentedCondition, DocumentedRoute } from '../document/documented-route';
import { DocumentedLoadBalancing, DocumentedOperation, DocumentedService } from '../document/documented-service';
import { FLAG, listOf, mapOf, optional, struct, TEXT, whole, word } from './json-schema';

const PORT = whole(1, 65_535);

const ADDRESS = struct<DocumentedAddress>('DocumentedAddress', {
  role: word('primary', 'alternate', 'read-only', 'member', 'management'),
  host: TEXT,
  port: PORT,
  targetPort: PORT,
  protocol: word('http', 'grpc', 'tcp'),
  tls: optional(struct<DocumentedTls>('DocumentedTls', {
    start: word('none', 'mesh', 'client', 'protocol'),
    authority: optional(word('system', 'login', 'none')),
  })),
  serviceName: optional(TEXT),
  basePath: optional(TEXT),
  headless: optional(FLAG),
  serviceType: optional(word('NodePort', 'LoadBalancer')),
});

const LOCATOR = struct<DocumentedLocator>('DocumentedLocator', {
  owner: word('workload', 'operator', 'in-cluster', 'external'),
  addresses: listOf(ADDRESS, 1_000),
  namespace: optional(TEXT),
  workload: optional(TEXT),
  operator: optional(struct<DocumentedOperator>('DocumentedOperator', { operator: TEXT, resource: TEXT, listener: optional(TEXT) })),
  podLabels: optional(mapOf(TEXT)),
  cidrs: optional(listOf(TEXT, 10_000)),
  endpoints: optional(listOf(TEXT, 10_000)),
});

const CONDITION = struct<DocumentedCondition>('DocumentedCondition', {
  of: word('method', 'uri', 'header', 'query', 'authority', 'port', 'caller', 'namespace'),
  is: word('exact', 'prefix', 'regex', 'any', 'absent'),
  name: optional(TEXT),
  text: optional(TEXT),
});

const ROUTE = struct<DocumentedRoute>('DocumentedRoute', {
  weights: mapOf(whole(0, 100)),
  steps: optional(listOf(whole(1, 100), 100)),
  step: optional(whole(0, 100)),
  matches: listOf(listOf(CONDITION, 10_000), 10_000),
  onTheWay: listOf(TEXT, 10_000),
  answer: optional(TEXT),
});

export const SERVICE = struct<DocumentedService>('DocumentedService', {
  path: TEXT,
  name: TEXT,
  bindingType: TEXT,
  provider: optional(TEXT),
  shape: word('api', 'database', 'cache', 'broker'),
  locator: LOCATOR,
  operations: optional(listOf(struct<DocumentedOperation>('DocumentedOperation', { id: TEXT, method: TEXT, path: TEXT, retriable: FLAG }), 100_000)),
  loadBalancing: optional(struct<DocumentedLoadBalancing>('DocumentedLoadBalancing', {
    algorithm: TEXT, header: optional(TEXT), cookie: optional(TEXT), queryParameter: optional(TEXT),
    consistentHash: optional(TEXT), locality: optional(TEXT), warmup: optional(TEXT),
  })),
  serverVariables: optional(listOf(TEXT, 10_000)),
  maxConnections: optional(whole(1)),
  routes: listOf(ROUTE, 10_000),
});
