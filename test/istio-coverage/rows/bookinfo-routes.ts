import { HttpMatch, HttpRoute } from '../../../src';
import { FOR_CALLER } from '../alike/for-caller';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';

/** The versions that Bookinfo comes in. */
const REVIEWS = { port: 9080, versions: ['v1', 'v2', 'v3'] };
const RATINGS = { port: 9080, versions: ['v1', 'v2', 'v2-mysql', 'v2-mysql-vm'] };
const DETAILS = { port: 9080, versions: ['v1', 'v2'] };
const PRODUCTPAGE = { port: 9080, versions: ['v1'] };

const subsets = (versions: readonly string[]) => Object.fromEntries(versions.map(version => [version, { version }]));

export const BOOKINFO_ROUTES: readonly CoverageRow[] = [
  {
    manifest: 'samples/bookinfo/networking/destination-rule-all.yaml',
    declare: sample => sample.calls(
      sample.http('productpage', PRODUCTPAGE), sample.http('reviews', REVIEWS), sample.http('ratings', RATINGS), sample.http('details', DETAILS),
    ),
    expects: [
      { kind: 'DestinationRule', host: 'productpage', subsets: subsets(['v1']) },
      { kind: 'DestinationRule', host: 'reviews', subsets: subsets(['v1', 'v2', 'v3']) },
      { kind: 'DestinationRule', host: 'ratings', subsets: subsets(['v1', 'v2', 'v2-mysql', 'v2-mysql-vm']) },
      { kind: 'DestinationRule', host: 'details', subsets: subsets(['v1', 'v2']) },
    ],
    verdict: SAME,
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-all-v1.yaml',
    declare: sample => sample.calls(
      sample.http('productpage', { ...PRODUCTPAGE, routes: [HttpRoute.split({ v1: 100 })] }),
      sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 100 })] }),
      sample.http('ratings', { ...RATINGS, routes: [HttpRoute.split({ v1: 100 })] }),
      sample.http('details', { ...DETAILS, routes: [HttpRoute.split({ v1: 100 })] }),
    ),
    expects: ['productpage', 'reviews', 'ratings', 'details'].map(host => ({ kind: 'VirtualService', host, routes: [{ to: { v1: 100 } }] })),
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-details-v2.yaml',
    declare: sample => sample.calls(sample.http('details', { ...DETAILS, routes: [HttpRoute.split({ v2: 100 })] })),
    expects: [{ kind: 'VirtualService', host: 'details', routes: [{ to: { v2: 100 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-ratings-db.yaml',
    declare: sample => sample.calls(
      sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v3: 100 })] }),
      sample.http('ratings', { ...RATINGS, routes: [HttpRoute.split({ v2: 100 })] }),
    ),
    expects: [
      { kind: 'VirtualService', host: 'reviews', routes: [{ to: { v3: 100 } }] },
      { kind: 'VirtualService', host: 'ratings', routes: [{ to: { v2: 100 } }] },
    ],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-ratings-mysql.yaml',
    declare: sample => sample.calls(
      sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v3: 100 })] }),
      sample.http('ratings', { ...RATINGS, routes: [HttpRoute.split({ 'v2-mysql': 100 })] }),
    ),
    expects: [
      { kind: 'VirtualService', host: 'reviews', routes: [{ to: { v3: 100 } }] },
      { kind: 'VirtualService', host: 'ratings', routes: [{ to: { 'v2-mysql': 100 } }] },
    ],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-ratings-mysql-vm.yaml',
    declare: sample => sample.calls(
      sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v3: 100 })] }),
      sample.http('ratings', { ...RATINGS, routes: [HttpRoute.split({ 'v2-mysql-vm': 100 })] }),
    ),
    expects: [
      { kind: 'VirtualService', host: 'reviews', routes: [{ to: { v3: 100 } }] },
      { kind: 'VirtualService', host: 'ratings', routes: [{ to: { 'v2-mysql-vm': 100 } }] },
    ],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-ratings-test-abort.yaml',
    declare: sample => sample.calls(sample.http('ratings', {
      ...RATINGS,
      routes: [
        HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v1', { fault: { abort: { httpStatus: 500, percentage: 100 } } }),
        HttpRoute.split({ v1: 100 }),
      ],
    })),
    expects: [{ kind: 'VirtualService', host: 'ratings', routes: [
      { when: [{ headers: { 'end-user': 'jason' } }], to: { v1: 100 }, fault: { abort: { httpStatus: 500, percentage: { value: 100 } } } },
      { to: { v1: 100 } },
    ] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-reviews-50-v3.yaml',
    declare: sample => sample.calls(sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 50, v3: 50 })] })),
    expects: [{ kind: 'VirtualService', host: 'reviews', routes: [{ to: { v1: 50, v3: 50 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-reviews-80-20.yaml',
    declare: sample => sample.calls(sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 80, v2: 20 })] })),
    expects: [{ kind: 'VirtualService', host: 'reviews', routes: [{ to: { v1: 80, v2: 20 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-reviews-90-10.yaml',
    declare: sample => sample.calls(sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v1: 90, v2: 10 })] })),
    expects: [{ kind: 'VirtualService', host: 'reviews', routes: [{ to: { v1: 90, v2: 10 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-reviews-jason-v2-v3.yaml',
    declare: sample => sample.calls(sample.http('reviews', {
      ...REVIEWS, routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v3: 100 })],
    })),
    expects: [{ kind: 'VirtualService', host: 'reviews', routes: [{ when: [{ headers: { 'end-user': 'jason' } }], to: { v2: 100 } }, { to: { v3: 100 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-reviews-test-v2.yaml',
    declare: sample => sample.calls(sample.http('reviews', {
      ...REVIEWS, routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 100 })],
    })),
    expects: [{ kind: 'VirtualService', host: 'reviews', routes: [{ when: [{ headers: { 'end-user': 'jason' } }], to: { v2: 100 } }, { to: { v1: 100 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'samples/bookinfo/networking/virtual-service-reviews-v3.yaml',
    declare: sample => sample.calls(sample.http('reviews', { ...REVIEWS, routes: [HttpRoute.split({ v3: 100 })] })),
    expects: [{ kind: 'VirtualService', host: 'reviews', routes: [{ to: { v3: 100 } }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
];
