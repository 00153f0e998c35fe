import { HttpRoute } from '../../../src';
import { FOR_CALLER } from '../alike/for-caller';
import { AS_VIRTUAL_SERVICE } from '../alike/gateway-api';
import { CoverageRow, sameBehaviour } from '../coverage-row';

const REVIEWS = { port: 9080, versions: ['v1', 'v2', 'v3'] };
const ONE = { port: 9080, versions: ['v1'] };

export const GATEWAY_API: readonly CoverageRow[] = [
  {
    manifest: 'samples/bookinfo/gateway-api/route-all-v1.yaml',
    declare: sample => sample.calls(
      sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 100 })] }),
      ...['productpage', 'ratings', 'details'].map(name => sample.http(name, { ...ONE, routes: [HttpRoute.split({ v1: 100 })] })),
    ),
    expects: ['reviews', 'productpage', 'ratings', 'details'].map(parent => ({ kind: 'HTTPRoute', parent, rules: [{ to: { [`${parent}-v1`]: 100 } }] })),
    verdict: sameBehaviour(AS_VIRTUAL_SERVICE, FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/gateway-api/route-reviews-50-v3.yaml',
    declare: sample => sample.calls(sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 50, v3: 50 })] })),
    expects: [{ kind: 'HTTPRoute', parent: 'reviews', rules: [{ to: { 'reviews-v1': 50, 'reviews-v3': 50 } }] }],
    verdict: sameBehaviour(AS_VIRTUAL_SERVICE, FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/gateway-api/route-reviews-90-10.yaml',
    declare: sample => sample.calls(sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 90, v2: 10 })] })),
    expects: [{ kind: 'HTTPRoute', parent: 'reviews', rules: [{ to: { 'reviews-v1': 90, 'reviews-v2': 10 } }] }],
    verdict: sameBehaviour(AS_VIRTUAL_SERVICE, FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/gateway-api/route-reviews-v3.yaml',
    declare: sample => sample.calls(sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v3: 100 })] })),
    expects: [{ kind: 'HTTPRoute', parent: 'reviews', rules: [{ to: { 'reviews-v3': 100 } }] }],
    verdict: sameBehaviour(AS_VIRTUAL_SERVICE, FOR_CALLER),
  },
];
