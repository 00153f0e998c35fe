import { Telemetry, TracingTag, WorkloadMode } from '../../../src';
import { CoverageRow, SAME } from '../coverage-row';
import { TelemetryMeaning } from '../meaning/meaning';

const EXCEPTIONS = 'response.code >= 400 || xds.cluster_name == \'BlackHoleCluster\' || xds.cluster_name == \'PassthroughCluster\'';

const NO_HEALTH_CHECKS = '!has(request.useragent) || !(request.useragent.startsWith("Amazon-Route53-Health-Check-Service"))';

/** What holds in the whole mesh. */
const ofMesh = (said: Partial<TelemetryMeaning>): TelemetryMeaning => ({ kind: 'Telemetry', namespace: 'istio-system', ...said });
const zipkin = (customTags?: object) => ofMesh({ tracing: [{ providers: [{ name: 'zipkin' }], randomSamplingPercentage: 100, customTags }] });

export const TELEMETRY: readonly CoverageRow[] = [
  {
    manifest: 'samples/open-telemetry/tracing/telemetry.yaml',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofNamespace('default', { tracing: { provider: 'otel-tracing', samplingPercentage: 0 } })] }),
    expects: [{ kind: 'Telemetry', tracing: [{ providers: [{ name: 'otel-tracing' }], randomSamplingPercentage: 0 }] }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io telemetry tracing: sampling 100',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ tracing: { provider: 'zipkin', samplingPercentage: 100 } })] }),
    expects: [zipkin()],
    verdict: SAME,
  },
  {
    manifest: 'istio.io telemetry tracing: tag literal',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({
      tracing: { provider: 'zipkin', samplingPercentage: 100, tags: [TracingTag.literal('provider', 'zipkin')] },
    })] }),
    expects: [zipkin({ provider: { literal: { value: 'zipkin' } } })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io telemetry tracing: tag header',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({
      tracing: { provider: 'zipkin', samplingPercentage: 100, tags: [TracingTag.header('my_tag_header', 'x-client', 'unknown')] },
    })] }),
    expects: [zipkin({ my_tag_header: { header: { name: 'x-client', defaultValue: 'unknown' } } })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io access logs: disable server side',
    declare: sample => sample.workload('httpbin'),
    mesh: sample => ({ telemetry: [Telemetry.ofWorkload(sample.workload('httpbin'), {
      accessLogs: [{ provider: 'otel', mode: WorkloadMode.SERVER, disabled: true }],
    })] }),
    expects: [{ kind: 'Telemetry', of: { app: 'httpbin' }, accessLogging: [{ providers: [{ name: 'otel' }], match: { mode: 'SERVER' }, disabled: true }] }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io access logs: filter >= 500',
    declare: sample => sample.workload('curl'),
    mesh: sample => ({ telemetry: [Telemetry.ofWorkload(sample.workload('curl'), { accessLogs: [{ provider: 'otel', filter: 'response.code >= 500' }] })] }),
    expects: [{ kind: 'Telemetry', of: { app: 'curl' }, accessLogging: [{ providers: [{ name: 'otel' }], filter: { expression: 'response.code >= 500' } }] }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io access logs: default exceptions',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ accessLogs: [{ provider: 'otel', filter: EXCEPTIONS }] })] }),
    expects: [ofMesh({ accessLogging: [{ providers: [{ name: 'otel' }], filter: { expression: EXCEPTIONS } }] })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io telemetry tracing: provider of the mesh',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ tracing: { provider: 'zipkin' } })] }),
    expects: [ofMesh({ tracing: [{ providers: [{ name: 'zipkin' }] }] })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io telemetry tracing: tag environment',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({
      tracing: { provider: 'zipkin', samplingPercentage: 100, tags: [TracingTag.environment('cluster_id', 'ISTIO_META_CLUSTER_ID', 'Kubernetes')] },
    })] }),
    expects: [zipkin({ cluster_id: { environment: { name: 'ISTIO_META_CLUSTER_ID', defaultValue: 'Kubernetes' } } })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io access logs: enable',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ accessLogs: [{ provider: 'otel' }] })] }),
    expects: [ofMesh({ accessLogging: [{ providers: [{ name: 'otel' }] }] })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io access logs: disable for a workload',
    declare: sample => sample.workload('curl'),
    mesh: sample => ({ telemetry: [Telemetry.ofWorkload(sample.workload('curl'), { accessLogs: [{ provider: 'otel', disabled: true }] })] }),
    expects: [{ kind: 'Telemetry', of: { app: 'curl' }, accessLogging: [{ providers: [{ name: 'otel' }], disabled: true }] }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io access logs: health checks left out',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofNamespace('default', { accessLogs: [{ provider: 'otel', filter: NO_HEALTH_CHECKS }] })] }),
    expects: [{ kind: 'Telemetry', accessLogging: [{ providers: [{ name: 'otel' }], filter: { expression: NO_HEALTH_CHECKS } }] }],
    verdict: SAME,
  },
];
