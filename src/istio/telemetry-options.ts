import { Duration } from 'cdk8s';
import { TracingTag } from './tracing-tag';
import { WorkloadMode } from './workload-mode';

/** What Istio counts. Source: https://istio.io/latest/docs/reference/config/metrics/ */
export enum IstioMetric {
  /** All of them. */
  ALL_METRICS = 'ALL_METRICS',
  /** Requests: `istio_requests_total`. */
  REQUEST_COUNT = 'REQUEST_COUNT',
  /** Time that requests take: `istio_request_duration_milliseconds`. */
  REQUEST_DURATION = 'REQUEST_DURATION',
  /** Bytes of a request's body: `istio_request_bytes`. */
  REQUEST_SIZE = 'REQUEST_SIZE',
  /** Bytes of an answer's body: `istio_response_bytes`. */
  RESPONSE_SIZE = 'RESPONSE_SIZE',
  /** Connections opened: `istio_tcp_connections_opened_total`. */
  TCP_OPENED_CONNECTIONS = 'TCP_OPENED_CONNECTIONS',
  /** Connections closed: `istio_tcp_connections_closed_total`. */
  TCP_CLOSED_CONNECTIONS = 'TCP_CLOSED_CONNECTIONS',
  /** Bytes sent to clients over TCP: `istio_tcp_sent_bytes_total`. */
  TCP_SENT_BYTES = 'TCP_SENT_BYTES',
  /** Bytes received from clients over TCP: `istio_tcp_received_bytes_total`. */
  TCP_RECEIVED_BYTES = 'TCP_RECEIVED_BYTES',
  /** gRPC messages of clients: `istio_request_messages_total`. */
  GRPC_REQUEST_MESSAGES = 'GRPC_REQUEST_MESSAGES',
  /** gRPC messages of servers: `istio_response_messages_total`. */
  GRPC_RESPONSE_MESSAGES = 'GRPC_RESPONSE_MESSAGES',
}

/**
 * How requests are traced; something of it. Proxies make the spans; applications must pass the headers on that they are given (`traceparent` and `tracestate`, or `x-b3-*`, and
 * `x-request-id`), or each call begins a trace of its own. Source: https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/
 */
export interface TracingOptions {
  /**
   * Share of the requests that are traced of those that are not in a trace already, 0..100 percent; two decimals. A provider with a sampler of its own decides by that.
   *
   * @default - as a wider scope says, else as the mesh is configured, else Istio's: 1
   */
  readonly samplingPercentage?: number;
  /**
   * Name of the tracing provider among MeshConfig's extensionProviders.
   *
   * @default - that of a wider scope, else the mesh's default provider; where there is none either, nothing is traced
   */
  readonly provider?: string;
  /**
   * Tags that every span carries besides Istio's own; each name once. They stand in the place of all that a wider scope says.
   *
   * @default - as a wider scope says, else none
   */
  readonly tags?: TracingTag[];
}

/** Which requests and connections a proxy logs. Source: https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging */
export interface AccessLogOptions {
  /**
   * Name of the log's provider: `envoy`, which writes to the proxy's standard output, or one among MeshConfig's extensionProviders. Of several entries each names one, or none does.
   *
   * @default - those of a wider scope, else the mesh's default providers
   */
  readonly provider?: string;
  /**
   * Whether nothing is logged, where a wider scope says otherwise. Not with a filter. Where the mesh logs by MeshConfig's `accessLogFile` alone, name the provider `envoy`, or
   * Istio goes on as that says.
   *
   * @default false
   */
  readonly disabled?: boolean;
  /**
   * What is logged alone: an expression in CEL over Envoy's attributes, `response.code >= 500`. An attribute that is not there, as `response.code` where no
   * answer came, makes the expression fail, and nothing is logged: `!has(response.code) || response.code >= 500`. At most 4096 characters; only with a provider.
   *
   * @default - everything
   */
  readonly filter?: string;
  /**
   * On which side of a call. A provider has one entry for each side.
   *
   * @default WorkloadMode.CLIENT_AND_SERVER
   */
  readonly mode?: WorkloadMode;
}

/** What is otherwise with a metric than Istio has it. Source: https://istio.io/latest/docs/reference/config/telemetry/#MetricsOverrides */
export interface MetricOverride {
  /**
   * Which metric; on each side of a call once.
   *
   * @default IstioMetric.ALL_METRICS
   */
  readonly metric?: IstioMetric;
  /**
   * On which side of a call.
   *
   * @default WorkloadMode.CLIENT_AND_SERVER
   */
  readonly mode?: WorkloadMode;
  /**
   * Whether it is not counted, which goes with no tags; of all metrics, it goes with no other override of that side. `false` counts again what a wider scope does not; where
   * that disables all metrics, any override counts all of them again.
   *
   * @default - as a wider scope says, else it is counted
   */
  readonly disabled?: boolean;
  /**
   * Tags with the expression in CEL that gives their value, `{ host: 'request.host' }`; new ones or others in the place of Istio's. A tag of which a caller chooses
   * the value makes a time series of each.
   *
   * @default - as a wider scope says, else as Istio has them
   */
  readonly tags?: Record<string, string>;
  /**
   * Tags that are left out.
   *
   * @default - as a wider scope says, else none
   */
  readonly removedTags?: string[];
}

/** What a proxy counts. */
export interface MetricsOptions {
  /**
   * Name of the provider of metrics: `prometheus`, or one among MeshConfig's extensionProviders.
   *
   * @default - that of a wider scope, else the mesh's default providers
   */
  readonly provider?: string;
  /**
   * What is otherwise than Istio has it, besides what wider scopes say.
   *
   * @default - nothing
   */
  readonly overrides?: MetricOverride[];
  /**
   * Time between two reports of a TCP connection that lasts; a whole number of milliseconds.
   *
   * @default - as a wider scope says, else Istio's: 5 seconds
   */
  readonly reportingInterval?: Duration;
}

/**
 * What proxies report. Istio puts scopes together, and the narrower one wins: of tracing member by member, of logs by provider and side, of metrics override by override.
 * Source: https://istio.io/latest/docs/tasks/observability/telemetry/#scope-inheritance-and-overrides
 */
export interface TelemetryOptions {
  /**
   * How requests are traced.
   *
   * @default - as the mesh is configured
   */
  readonly tracing?: TracingOptions;
  /**
   * Which requests and connections are logged; at least one entry.
   *
   * @default - as the mesh is configured
   */
  readonly accessLogs?: AccessLogOptions[];
  /**
   * What is counted.
   *
   * @default - as the mesh is configured
   */
  readonly metrics?: MetricsOptions;
}
