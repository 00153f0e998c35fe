import { HttpRoute } from '../../../src';
import { REVISION } from '../alike/ambient';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';
import { Meaning } from '../meaning/meaning';

const REVIEWS = { port: 9080, versions: ['v1', 'v2'], kubernetesService: { perVersion: true } };
const SHARED: readonly Meaning[] = [{ kind: 'HTTPRoute', parent: 'reviews', rules: [{ to: { 'reviews-v1': 90, 'reviews-v2': 10 } }] }];

export const AMBIENT: readonly CoverageRow[] = [
  {
    manifest: 'samples/ambient-argo/application/details-waypoint.yaml',
    declare: sample => sample.callsWith({}, sample.http('details', { port: 9080 })),
    ambient: () => ({ waypoint: 'bookinfo-details' }),
    expects: [{ kind: 'Waypoint', port: 15008, protocol: 'HBONE', revision: 'stable' }],
    verdict: sameBehaviour(REVISION),
  },
  {
    manifest: 'samples/ambient-argo/application/route-reviews-90-10.yaml',
    declare: sample => sample.callsWith({}, sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 90, v2: 10 })] })),
    ambient: () => ({}),
    expects: SHARED,
    verdict: SAME,
  },
  {
    manifest: 'istio.io ambient: HTTPRoute reviews 90-10',
    declare: sample => sample.callsWith({}, sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 90, v2: 10 })] })),
    ambient: () => ({}),
    expects: SHARED,
    verdict: SAME,
  },
];
