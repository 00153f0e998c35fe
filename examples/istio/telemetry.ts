import { IstioMetric, Mesh, Telemetry, TracingTag, WorkloadMode } from 'cdk8s-backing-services';
import { Piece } from './piece';

/** What proxies report. */
export const TELEMETRY: readonly Piece[] = [
  {
    title: 'Traces',
    about: 'How many, and with which tags; a workload goes before its namespace, and that before the mesh. What belongs to one trace, the program has to pass on.',
    declare: ({ web, batch }) => Mesh.istio({
      tracing: { samplingPercentage: 10 },
      telemetry: [
        Telemetry.ofWorkload(web, {
          tracing: { samplingPercentage: 100, tags: [TracingTag.literal('team', 'shop'), TracingTag.header('visitor', 'x-visitor', 'nobody')] },
        }),
        Telemetry.ofWorkload(batch, { tracing: { samplingPercentage: 0 } }),
      ],
    }),
    shown: { 'Telemetry web': [], 'Telemetry batch': [], 'Telemetry orders': [] },
    observed: [
      'tracing { samplingPercentage: 10 }: the collector gets about a tenth of 2,000 requests',
      'tracing { samplingPercentage: 0 }: no request of guest is traced, although its namespace traces all of them',
      'tracing { tags }: spans of front carry a literal, a request\'s header or else its default, and a variable of the proxy; all are traced, as its namespace says',
    ],
  },
  {
    title: 'Access logs',
    about: 'Which requests and connections a proxy writes down, and on which side of a call.',
    declare: ({ web, orders }) => Mesh.istio({
      telemetry: [
        Telemetry.ofNamespace('shop', { accessLogs: [{ provider: 'envoy' }] }),
        Telemetry.ofWorkload(web, { accessLogs: [{ provider: 'envoy', filter: 'response.code >= 500' }] }),
        Telemetry.ofWorkload(orders, { accessLogs: [{ provider: 'envoy', mode: WorkloadMode.SERVER, disabled: true }] }),
      ],
    }),
    shown: { 'Telemetry namespace-default': [], 'Telemetry web': [], 'Telemetry orders': [] },
    observed: [
      'accessLogs { filter }: the proxy of front logs what failed, and nothing of what did not, although its namespace logs everything',
      'accessLogs { mode: SERVER, disabled }: pages logs nothing of what it is asked, and guest, which says nothing of logs, logs that as its namespace does',
    ],
  },
  {
    title: 'Metrics',
    about: 'What is otherwise than Istio counts it. The proxies of the conformance run have no filter for metrics, so that Istio\'s validation is all that was observed of it.',
    declare: ({ web }) => Mesh.istio({
      telemetry: [
        Telemetry.ofWorkload(web, {
          metrics: { overrides: [{ metric: IstioMetric.REQUEST_COUNT, mode: WorkloadMode.CLIENT, tags: { host: 'request.host' } }] },
        }),
      ],
    }),
    shown: { 'Telemetry web': [] },
    observed: ['Istio\'s own validation has nothing to say of any object, neither istioctl validate nor the webhook of istiod'],
  },
];
