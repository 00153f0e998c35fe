import { Duration } from 'cdk8s';
import { IstioMetric, Telemetry, WorkloadMode } from '../../../src';
import { CoverageRow, SAME } from '../coverage-row';
import { Meaning } from '../meaning/meaning';

/** What Prometheus is told in the whole mesh. */
const prometheus = (said: object): Meaning => ({ kind: 'Telemetry', namespace: 'istio-system', metrics: [{ providers: [{ name: 'prometheus' }], ...said }] });
const disabled = (metric: string, mode: string): Meaning => prometheus({ overrides: [{ match: { metric, mode }, disabled: true }] });
const upsert = (value: string) => ({ operation: 'UPSERT', value });

export const METRICS: readonly CoverageRow[] = [
  {
    manifest: 'istio.io metrics: remove tags',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({
      metrics: { provider: 'prometheus', overrides: [{ metric: IstioMetric.REQUEST_COUNT, removedTags: ['grpc_response_status'] }] },
    })] }),
    expects: [prometheus({
      overrides: [{ match: { metric: 'REQUEST_COUNT', mode: 'CLIENT_AND_SERVER' }, tagOverrides: { grpc_response_status: { operation: 'REMOVE' } } }],
    })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io metrics: custom tags',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ metrics: { provider: 'prometheus', overrides: [
      { mode: WorkloadMode.CLIENT, tags: { destination_x: 'upstream_peer.labels[\'app\'].value' } },
      { mode: WorkloadMode.SERVER, tags: { source_x: 'downstream_peer.labels[\'app\'].value' } },
    ] } })] }),
    expects: [prometheus({ overrides: [
      { match: { metric: 'ALL_METRICS', mode: 'CLIENT' }, tagOverrides: { destination_x: upsert('upstream_peer.labels[\'app\'].value') } },
      { match: { metric: 'ALL_METRICS', mode: 'SERVER' }, tagOverrides: { source_x: upsert('downstream_peer.labels[\'app\'].value') } },
    ] })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io metrics: disable all',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ metrics: { provider: 'prometheus', overrides: [{ disabled: true }] } })] }),
    expects: [disabled('ALL_METRICS', 'CLIENT_AND_SERVER')],
    verdict: SAME,
  },
  {
    manifest: 'istio.io metrics: disable REQUEST_COUNT',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ metrics: { provider: 'prometheus', overrides: [{ metric: IstioMetric.REQUEST_COUNT, disabled: true }] } })] }),
    expects: [disabled('REQUEST_COUNT', 'CLIENT_AND_SERVER')],
    verdict: SAME,
  },
  {
    manifest: 'istio.io metrics: disable REQUEST_COUNT for client',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({
      metrics: { provider: 'prometheus', overrides: [{ metric: IstioMetric.REQUEST_COUNT, mode: WorkloadMode.CLIENT, disabled: true }] },
    })] }),
    expects: [disabled('REQUEST_COUNT', 'CLIENT')],
    verdict: SAME,
  },
  {
    manifest: 'istio.io metrics: disable REQUEST_COUNT for server',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({
      metrics: { provider: 'prometheus', overrides: [{ metric: IstioMetric.REQUEST_COUNT, mode: WorkloadMode.SERVER, disabled: true }] },
    })] }),
    expects: [disabled('REQUEST_COUNT', 'SERVER')],
    verdict: SAME,
  },
  {
    manifest: 'istio.io metrics: reporting interval',
    declare: () => {},
    mesh: () => ({ telemetry: [Telemetry.ofMesh({ metrics: { provider: 'prometheus', reportingInterval: Duration.seconds(10) } })] }),
    expects: [prometheus({ reportingInterval: '10s' })],
    verdict: SAME,
  },
];
