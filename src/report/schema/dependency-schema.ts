import { DocumentedDependency } from '../document/documented-dependency';
import { DocumentedCircuitBreaker, DocumentedConnectionPool, DocumentedHttp2KeepAlive, DocumentedKeepalive, DocumentedPolicy, DocumentedRetry, DocumentedRetryBudget } from '../document/documented-policy';
import { DURATION, FLAG, listOf, optional, struct, TEXT, whole, word } from './json-schema';

const POLICY = struct<DocumentedPolicy>('DocumentedPolicy', {
  timeout: optional(DURATION),
  connectTimeout: optional(DURATION),
  interaction: optional(word('request-response', 'stream', 'fire-and-forget')),
  retry: optional(struct<DocumentedRetry>('DocumentedRetry', {
    attempts: whole(0), perTryTimeout: optional(DURATION), on: listOf(TEXT, 1_000), backoff: DURATION,
  })),
  circuitBreaker: optional(struct<DocumentedCircuitBreaker>('DocumentedCircuitBreaker', {
    consecutiveErrors: whole(1), ofGateways: optional(FLAG), localOriginErrors: optional(whole(1)),
    resetTimeout: DURATION, interval: DURATION, maxEjectionPercent: whole(1, 100),
  })),
  connectionPool: optional(struct<DocumentedConnectionPool>('DocumentedConnectionPool', {
    maxConnections: optional(whole(1)), maxPendingRequests: optional(whole(1)), maxRequests: optional(whole(1)), idleTimeout: optional(DURATION),
    maxRequestsPerConnection: optional(whole(1)), maxRetries: optional(whole(1)), maxConnectionDuration: optional(DURATION),
    retryBudget: optional(struct<DocumentedRetryBudget>('DocumentedRetryBudget', {
      percent: optional(whole(0, 100)), minRetryConcurrency: optional(whole(1)), budgetInterval: optional(DURATION),
    })),
    tcpKeepalive: optional(struct<DocumentedKeepalive>('DocumentedKeepalive', { time: optional(DURATION), interval: optional(DURATION), probes: optional(whole(1)) })),
    http2KeepAlive: optional(struct<DocumentedHttp2KeepAlive>('DocumentedHttp2KeepAlive', { interval: DURATION, timeout: DURATION })),
  })),
  operations: optional(listOf(TEXT, 100_000)),
  access: optional(word('read-only', 'read-write')),
  clientConnections: optional(whole(1)),
  consumerGroup: optional(TEXT),
  transactionalIdPrefix: optional(TEXT),
  criticality: optional(word('required', 'optional')),
  bindingName: optional(TEXT),
  delivery: optional(word('variables', 'files', 'variables and files')),
  containers: optional(listOf(TEXT, 1_000)),
});

export const DEPENDENCY = struct<DocumentedDependency>('DocumentedDependency', {
  path: TEXT,
  verb: word('calls', 'uses', 'publishes', 'consumes'),
  synchronous: FLAG,
  source: TEXT,
  service: TEXT,
  channel: optional(TEXT),
  policy: POLICY,
});
