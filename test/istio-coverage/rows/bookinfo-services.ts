import { IpFamily, IpFamilyPolicy, ServiceType } from '../../../src';
import { CoverageRow, SAME } from '../coverage-row';
import { Meaning } from '../meaning/meaning';

const SIX_BEFORE_FOUR = { ipFamilyPolicy: IpFamilyPolicy.REQUIRE_DUAL_STACK, ipFamilies: [IpFamily.IPV6, IpFamily.IPV4] };
const PER_VERSION = { perVersion: true };

/** The Service of an app at port 9080, and that of one of its versions. */
const at9080 = (app: string): Meaning => ({ kind: 'Service', host: app, selects: { app }, ports: [{ port: 9080, protocol: 'http' }] });
const ofVersion = (app: string, version: string): Meaning => (
  { kind: 'Service', host: `${app}-${version}`, selects: { app, version }, ports: [{ port: 9080, protocol: 'http' }] });

/** The Services of all versions, beside those of the apps. */
const OF_VERSIONS: Pick<CoverageRow, 'expects' | 'besides' | 'verdict'> = {
  expects: [
    ofVersion('reviews', 'v1'), ofVersion('reviews', 'v2'), ofVersion('reviews', 'v3'),
    ofVersion('productpage', 'v1'), ofVersion('ratings', 'v1'), ofVersion('details', 'v1'),
  ],
  besides: ['reviews', 'productpage', 'ratings', 'details'].map(at9080),
  verdict: SAME,
};

export const BOOKINFO_SERVICES: readonly CoverageRow[] = [
  {
    manifest: 'samples/bookinfo/platform/kube/bookinfo.yaml (4 Services)',
    declare: sample => sample.calls(...['details', 'ratings', 'reviews', 'productpage'].map(name => sample.http(name, { port: 9080 }))),
    expects: ['details', 'ratings', 'reviews', 'productpage'].map(at9080),
    verdict: SAME,
  },
  {
    manifest: 'samples/bookinfo/platform/kube/bookinfo-ratings.yaml',
    declare: sample => sample.calls(sample.http('ratings', { port: 9080 })),
    expects: [at9080('ratings')],
    verdict: SAME,
  },
  {
    manifest: 'samples/bookinfo/platform/kube/bookinfo-ratings-discovery.yaml',
    declare: sample => sample.calls(sample.http('ratings', { port: 9080 })),
    expects: [at9080('ratings')],
    verdict: SAME,
  },
  {
    manifest: 'samples/bookinfo/platform/kube/bookinfo-versions.yaml (6 Services)',
    declare: sample => sample.calls(
      sample.http('reviews', { port: 9080, versions: ['v1', 'v2', 'v3'], kubernetesService: PER_VERSION }),
      ...['productpage', 'ratings', 'details'].map(name => sample.http(name, { port: 9080, versions: ['v1'], kubernetesService: PER_VERSION })),
    ),
    ...OF_VERSIONS,
  },
  {
    manifest: 'samples/bookinfo/platform/kube/bookinfo-details-dualstack.yaml',
    declare: sample => sample.calls(sample.http('details', { port: 9080, kubernetesService: SIX_BEFORE_FOUR })),
    expects: [{ ...at9080('details'), families: { policy: 'RequireDualStack', of: ['IPv6', 'IPv4'] } } as Meaning],
    verdict: SAME,
  },
  {
    manifest: 'samples/bookinfo/platform/kube/bookinfo-ratings-discovery-dualstack.yaml',
    declare: sample => sample.calls(sample.http('ratings', { port: 9080, kubernetesService: SIX_BEFORE_FOUR })),
    expects: [{ ...at9080('ratings'), families: { policy: 'RequireDualStack', of: ['IPv6', 'IPv4'] } } as Meaning],
    verdict: SAME,
  },
  {
    manifest: 'samples/bookinfo/platform/kube/productpage-nodeport.yaml',
    declare: sample => sample.calls(sample.http('productpage', { port: 9080, kubernetesService: { serviceType: ServiceType.NODE_PORT } })),
    expects: [{ ...at9080('productpage'), type: 'NodePort' } as Meaning],
    verdict: SAME,
  },
  {
    manifest: 'samples/ambient-argo/application/productpage.yaml',
    declare: sample => sample.calls(sample.http('productpage', { port: 9080 })),
    expects: [at9080('productpage')],
    verdict: SAME,
  },
  {
    manifest: 'samples/ambient-argo/application/ratings.yaml',
    declare: sample => sample.calls(sample.http('ratings', { port: 9080 })),
    expects: [at9080('ratings')],
    verdict: SAME,
  },
  {
    manifest: 'samples/ambient-argo/application/bookinfo-versions.yaml',
    declare: sample => sample.calls(
      sample.http('reviews', { port: 9080, versions: ['v1', 'v2', 'v3'], kubernetesService: PER_VERSION }),
      ...['productpage', 'ratings', 'details'].map(name => sample.http(name, { port: 9080, versions: ['v1'], kubernetesService: PER_VERSION })),
    ),
    ...OF_VERSIONS,
  },
];
