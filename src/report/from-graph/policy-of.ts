import { Duration } from 'cdk8s';
import { CircuitBreaker } from '../../model/circuit-breaker';
import { ConnectionPool } from '../../model/connection-pool';
import { Dependency } from '../../model/dependency';
import { Http2KeepAlive } from '../../model/http2-keep-alive';
import { RetryBudget } from '../../model/retry-budget';
import { RetryPolicy } from '../../model/retry-policy';
import { TcpKeepalive } from '../../model/tcp-keepalive';
import { durationText } from '../../private/duration-text';
import { DocumentedCircuitBreaker, DocumentedConnectionPool, DocumentedHttp2KeepAlive, DocumentedKeepalive, DocumentedPolicy, DocumentedRetry, DocumentedRetryBudget } from '../document/documented-policy';

/** Everything that the author said about a dependency, as a document tells it. */
export function policyOf({ policy, service }: Dependency): DocumentedPolicy {
  const { retry, circuitBreaker, connectionPool, operations, access, consumerGroup, transactionalIdPrefix } = policy;
  const { clientConnections, criticality, bindingName, delivery, containers } = policy;
  return {
    timeout: textOf(policy.timeout),
    connectTimeout: textOf(policy.connectTimeout),
    interaction: policy.interaction,
    retry: retry && retryOf(retry, service.protocol.name === 'grpc'),
    circuitBreaker: circuitBreaker && breakerOf(circuitBreaker),
    connectionPool: connectionPool && poolOf(connectionPool),
    operations: operations?.map(operation => operation.id),
    access,
    clientConnections,
    consumerGroup,
    transactionalIdPrefix,
    criticality,
    bindingName,
    delivery: delivery?.name,
    containers,
  };
}

function retryOf(retry: RetryPolicy, grpc: boolean): DocumentedRetry {
  return {
    attempts: retry.count,
    perTryTimeout: textOf(retry.perTryTimeout),
    on: retry.conditions(grpc).map(condition => condition.name),
    backoff: durationText(retry.backoff),
  };
}

function breakerOf({ errors, ofGateways, localOriginErrors, resetTimeout, interval, maxEjectionPercent }: CircuitBreaker): DocumentedCircuitBreaker {
  return {
    consecutiveErrors: errors, ofGateways: ofGateways || undefined, localOriginErrors, maxEjectionPercent,
    resetTimeout: durationText(resetTimeout), interval: durationText(interval),
  };
}

function poolOf({ idleTimeout, maxConnectionDuration, tcpKeepalive, http2KeepAlive, ...pool }: ConnectionPool): DocumentedConnectionPool {
  const { maxConnections, maxPendingRequests, maxRequests, maxRequestsPerConnection, maxRetries, retryBudget } = pool;
  return {
    maxConnections, maxPendingRequests, maxRequests, idleTimeout: textOf(idleTimeout), maxRequestsPerConnection, maxRetries,
    retryBudget: retryBudget && budgetOf(retryBudget), maxConnectionDuration: textOf(maxConnectionDuration),
    tcpKeepalive: tcpKeepalive && keepaliveOf(tcpKeepalive), http2KeepAlive: http2KeepAlive && pingsOf(http2KeepAlive),
  };
}

function budgetOf({ percent, minRetryConcurrency, budgetInterval }: RetryBudget): DocumentedRetryBudget {
  return { percent, minRetryConcurrency, budgetInterval: textOf(budgetInterval) };
}

function pingsOf({ interval, timeout }: Http2KeepAlive): DocumentedHttp2KeepAlive {
  return { interval: durationText(interval), timeout: durationText(timeout) };
}

function keepaliveOf({ time, interval, probes }: TcpKeepalive): DocumentedKeepalive {
  return { time: textOf(time), interval: textOf(interval), probes };
}

function textOf(duration?: Duration): string | undefined {
  return duration && durationText(duration);
}
