import { Duration } from 'cdk8s';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService, HttpServiceProps } from '../../src/backing-services/http-service';
import { Kafka } from '../../src/backing-services/kafka';
import { Postgres } from '../../src/backing-services/postgres';
import { PostgresProvider } from '../../src/backing-services/postgres-provider';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { Telemetry } from '../../src/istio/declared-telemetry';
import { IstioMesh } from '../../src/istio/istio-mesh';
import { IstioOptions } from '../../src/istio/istio-options';
import { IstioVersion } from '../../src/istio/istio-version';
import { AccessLogOptions, IstioMetric, MetricOverride, MetricsOptions, TelemetryOptions, TracingOptions } from '../../src/istio/telemetry-options';
import { TracingTag } from '../../src/istio/tracing-tag';
import { WorkloadMode } from '../../src/istio/workload-mode';
import { BackingService } from '../../src/model/backing-service';
import { BindingDelivery } from '../../src/model/binding-delivery';
import { CircuitBreaker, CircuitBreakerOptions } from '../../src/model/circuit-breaker';
import { ConnectionPool, ConnectionPoolOptions } from '../../src/model/connection-pool';
import { Criticality } from '../../src/model/criticality';
import { CallOptions } from '../../src/model/dependency-options';
import { EnvNames } from '../../src/model/env-names';
import { InteractionModel } from '../../src/model/interaction-model';
import { MutualTls } from '../../src/model/mutual-tls';
import { IContract, Operation } from '../../src/model/operation';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryOptions, RetryPolicy } from '../../src/model/retry-policy';
import { Workload } from '../../src/model/workload';
import { RoutedHost, routedHostsOf } from '../../src/traffic/routed-host';
import { Emitted, emitted } from './emitted';
import { Declaration } from './topology';

/** A topology `shop` that Istio's objects are emitted of; the first question emits them. */
export class MeshDeclaration extends Declaration {
  private mesh?: IstioMesh;
  private objects?: Emitted[];

  constructor(public readonly options: IstioOptions = {}) {
    super();
  }

  /** Lets the mesh read the topology; its findings do not matter yet. */
  public read(): void {
    this.mesh ??= new IstioMesh(this.chart, 'mesh', { topology: this.topology, ...this.options });
  }

  /** Everything emitted, in order; throws the findings that are errors. */
  public get emitted(): Emitted[] {
    this.read();
    return this.objects ??= emitted(this.chart);
  }

  /** All objects of a kind, as `namespace/name`. */
  public named(kind: string): string[] {
    return this.emitted.filter(object => object.kind === kind).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  }

  /** The spec of one object; throws if there is none. */
  public spec(kind: string, name: string, namespace = 'shop'): Record<string, any> {
    return this.object(kind, name, namespace).spec;
  }

  /** One object; throws if there is none. */
  public object(kind: string, name: string, namespace = 'shop'): Emitted {
    const found = this.emitted.filter(object => object.kind === kind && object.metadata.name === name && object.metadata.namespace === namespace);
    if (found.length !== 1) throw new Error(`${found.length} objects are ${kind} ${namespace}/${name}; emitted: ${this.named(kind).join(', ')}`);
    return found[0];
  }

  /** The hosts of a service, as the mesh sees them. */
  public hosts(service: BackingService): RoutedHost[] {
    return routedHostsOf(service, this.topology.read(), 'cluster.local');
  }

  /** A workload that calls a service, both in namespace `shop`. */
  public caller(name: string, service: BackingService, options: CallOptions = {}): Workload {
    const workload = this.workload(name);
    workload.calls(service, options);
    return workload;
  }

  /** The HTTP service `users-api` of a workload `users`, at port 80, target port 8080. */
  public users(props: Omit<HttpServiceProps, 'provider'> = {}, versions: string[] = []): HttpService {
    const workload = this.workload('users', versions.length === 0 ? {} : { versions: versions.map(name => ({ name, labels: { version: name } })) });
    return new HttpService(this.topology, 'users-api', { ...props, provider: HttpProvider.workload(workload, { targetPort: 8080 }) });
  }

  /** The HTTP service `payments` of a third party at `https://payments.example.com`. */
  public payments(props: Omit<HttpServiceProps, 'provider'> = {}, url = 'https://payments.example.com'): HttpService {
    return new HttpService(this.topology, 'payments', { ...props, provider: HttpProvider.external(url) });
  }

  /** A TCP service of a third party. */
  public ldap(name = 'ldap', port = 389): TcpService {
    return new TcpService(this.topology, name, { provider: TcpProvider.external({ host: `${name}.example.com`, port }) });
  }

  /** A TCP service of a workload `<name>-server`, at port 5000, target port 5001. */
  public tcp(name: string, versions: string[] = []): TcpService {
    const workload = this.workload(`${name}-server`, versions.length === 0 ? {} : { versions: versions.map(version => ({ name: version, labels: { version } })) });
    return new TcpService(this.topology, name, { provider: TcpProvider.workload(workload, { port: 5000, targetPort: 5001 }) });
  }

  /** A database that an operator runs as `orders-rw` and `orders-ro` in namespace `data`. */
  public database(): Postgres {
    return new Postgres(this.topology, 'orders-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace: 'data' }) });
  }
}

/** An operation; a GET may be repeated, all else not. */
export function operation(id: string, method = 'GET', path = `/${id}`, retriable = method === 'GET'): Operation {
  return { id, method, path, retriable };
}

/** A contract of these operations. */
export function contractOf(...operations: Operation[]): IContract {
  return { operations };
}

/** Two operations that may be repeated and one that may not. */
export const USERS_CONTRACT = contractOf(
  operation('createUser', 'POST', '/users'), operation('getUser', 'GET', '/users/{id}'), operation('listUsers', 'GET', '/users'));

const EVERY_LIMIT: Required<Omit<ConnectionPoolOptions, 'retryBudget' | 'http2KeepAlive'>> = {
  maxConnections: 100, maxPendingRequests: 10, maxRequests: 200, idleTimeout: Duration.minutes(5),
  maxRequestsPerConnection: 1000, maxRetries: 3, maxConnectionDuration: Duration.hours(1),
  tcpKeepalive: { time: Duration.seconds(60), interval: Duration.seconds(10), probes: 3 },
};
const EVERY_BREAKER_OPTION: Required<CircuitBreakerOptions> = {
  resetTimeout: Duration.seconds(60), interval: Duration.seconds(5), maxEjectionPercent: 50, localOriginErrors: 3,
};
const EVERY_RETRY_OPTION: Required<RetryOptions> = {
  perTryTimeout: Duration.millis(500), on: [RetryCondition.GATEWAY_ERROR, RetryCondition.status(429)], backoff: Duration.millis(100),
};

/** A call that says everything; a new option stops it from compiling. */
export const EVERY_CALL_OPTION: Required<CallOptions> = {
  bindingName: 'people',
  envNames: EnvNames.DEFAULT,
  delivery: BindingDelivery.VARIABLES_AND_FILES,
  containers: ['main'],
  criticality: Criticality.OPTIONAL,
  connectTimeout: Duration.millis(250),
  circuitBreaker: CircuitBreaker.consecutiveErrors(5, EVERY_BREAKER_OPTION),
  connectionPool: ConnectionPool.limits(EVERY_LIMIT),
  operations: ['createUser', 'getUser'],
  timeout: Duration.millis(2500),
  interaction: InteractionModel.REQUEST_RESPONSE,
  retry: RetryPolicy.attempts(2, EVERY_RETRY_OPTION),
};

const EVERY_TRACING_OPTION: Required<TracingOptions> = {
  samplingPercentage: 12.5,
  provider: 'otel',
  tags: [
    TracingTag.literal('stage', 'prod'), TracingTag.header('tenant', 'X-Tenant', 'nobody'), TracingTag.environment('cluster', 'ISTIO_META_CLUSTER_ID', 'Kubernetes'),
  ],
};
const EVERY_ACCESS_LOG_OPTION: Omit<Required<AccessLogOptions>, 'disabled'> = { provider: 'envoy', filter: 'response.code >= 500', mode: WorkloadMode.SERVER };
const EVERY_TAG_OPTION: Omit<Required<MetricOverride>, 'disabled'> = {
  metric: IstioMetric.REQUEST_COUNT, mode: WorkloadMode.CLIENT, tags: { host: 'request.host' }, removedTags: ['grpc_response_status'],
};
const EVERY_METRICS_OPTION: Required<MetricsOptions> = {
  provider: 'prometheus', overrides: [EVERY_TAG_OPTION, { metric: IstioMetric.TCP_SENT_BYTES, disabled: true }], reportingInterval: Duration.seconds(10),
};

/** Telemetry that says everything; a new option stops it from compiling. */
export const EVERY_TELEMETRY_OPTION: Required<TelemetryOptions> = {
  tracing: EVERY_TRACING_OPTION,
  accessLogs: [EVERY_ACCESS_LOG_OPTION, { provider: 'envoy', mode: WorkloadMode.CLIENT, disabled: true }],
  metrics: EVERY_METRICS_OPTION,
};

/** A mesh that is told everything; a new option stops it from compiling. */
export const EVERY_MESH_OPTION: Required<IstioOptions> = {
  trustDomain: 'prod.example.com',
  clusterDomain: 'k8s.example.com',
  controlPlaneNamespace: 'istio-control',
  rootNamespace: 'istio-config',
  ...EVERY_TELEMETRY_OPTION,
  telemetry: [Telemetry.ofMesh(EVERY_TELEMETRY_OPTION), Telemetry.ofNamespace('elsewhere', EVERY_TELEMETRY_OPTION)],
  dnsCapture: true,
  istioVersion: IstioVersion.V1_31,
  selfDiscovery: true,
  meshPolicy: { mutualTls: MutualTls.STRICT, denyByDefault: true },
  namespacePolicies: { shop: { mutualTls: MutualTls.STRICT, denyByDefault: true } },
  sidecars: { furtherHosts: ['observability/*'], registryOnly: true },
};

/** Any dependency on a service: a call where it answers requests, a use, or, of a broker, publishing to a topic. */
export function dependOn(workload: Workload, service: BackingService): void {
  if (service instanceof Kafka) workload.publishes(service.topic(`topic-of-${workload.name}`));
  else if (service.protocol.hasRequests) workload.calls(service);
  else workload.uses(service);
}
