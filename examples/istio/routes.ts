import { Duration } from 'cdk8s';
import { HttpMatch, HttpProvider, HttpRoute, HttpService, Pods, StringMatch, Workload } from 'cdk8s-backing-services';
import { rollout } from '../deployment';
import { Piece } from './piece';

/** Which requests go where, and what happens to them on their way. */
export const ROUTES: readonly Piece[] = [
  {
    title: 'Match',
    about: 'Routes are tried in the order that they stand in. `HttpMatch.all()` asks for several things at once, several arguments of `when()` for one of them.',
    declare: ({ topology, web, batch, catalog }) => {
      const { all, fromWorkload, headerMatching, method, query, uri, withoutHeader } = HttpMatch;
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [
          HttpRoute.when(all(uri(StringMatch.prefix('/next/')), method('GET'))).to('v2'),
          HttpRoute.when(query('preview', StringMatch.exact('yes')), headerMatching('x-build', StringMatch.regex('[0-9]+'))).to('v2'),
          HttpRoute.when(all(headerMatching('x-debug', StringMatch.ANY), withoutHeader('x-calm'))).to('v2'),
          HttpRoute.when(fromWorkload(batch)).to('v2'),
          HttpRoute.split({ v1: 100 }),
        ],
      });
      web.calls(goods);
      batch.calls(goods);
    },
    shown: { 'VirtualService goods': ['http'] },
    observed: [
      'HttpMatch.all(uri prefix, method): both have to hold',
      'HttpMatch.query: one parameter of the query, wherever it stands',
      'HttpMatch.headerMatching with an expression: the whole value has to be one',
      'HttpMatch.withoutHeader: whoever sends that header is another',
      'HttpMatch.headerMatching with StringMatch.ANY: it has to be there, whatever it is',
      'HttpMatch.query with StringMatch.ANY: it has to be there, whatever it is',
      'HttpMatch.fromWorkload: requests of that workload, and of no other',
    ],
  },
  {
    title: 'Preview by header',
    about: 'Whoever sends the header gets the next version.',
    declare: ({ topology, web, catalog }) => {
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 100 })],
      }));
    },
    shown: { 'VirtualService goods': ['http'], 'DestinationRule goods': ['subsets'] },
    observed: [
      'HttpRoute.when(HttpMatch.header("end-user", "jason")).to("v2"): all such requests go to v2',
    ],
  },
  {
    title: 'Canary',
    about: 'All other requests are split by weight; together exactly 100.',
    declare: ({ topology, web, catalog }) => {
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [HttpRoute.split({ v1: 90, v2: 10 })],
      }));
    },
    shown: { 'VirtualService goods': ['http'], 'DestinationRule goods': ['subsets'] },
    observed: [
      'HttpRoute.split({ v1: 90, v2: 10 }): 10,000 other requests are split 90 to 10, within one percent',
    ],
  },
  {
    title: 'Canary, step by step',
    about: 'The steps stay, and the number of the one that is reached changes. Where Argo Rollouts takes them, the pods are `Pods.rollout()`, which is told which routes it moves.',
    declare: ({ chart, topology, web, catalog }) => {
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [HttpRoute.canary({ stable: 'v1', canary: 'v2', steps: [5, 25, 100], step: 2 })],
      }));
      const released = new Workload(topology, 'prices', { pods: Pods.rollout(rollout(chart, 'prices')) });
      web.calls(new HttpService(topology, 'prices-api', { provider: HttpProvider.workload(released, { targetPort: 8080 }) }));
    },
    shown: { 'VirtualService goods': ['http'], 'VirtualService prices-api': ['http'], 'Rollout prices': ['strategy'] },
    observed: [
      'Pods.rollout(): at the step of 25 % a quarter goes to the new version, of the requests of a caller that repeats and of one that does not',
      'Pods.rollout(): a route to one version is not moved: who asks by its header gets the new one',
      'Pods.rollout(): at a gateway too, whose routes are in a VirtualService that Argo Rollouts finds by its name',
      'Pods.rollout() and a TcpService: a quarter of the connections go to the new version',
    ],
  },
  {
    title: 'Mirror',
    about: 'Copies of a share of the requests go to another version, whose answers nobody waits for.',
    declare: ({ topology, web, catalog }) => {
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [HttpRoute.split({ v1: 100 }, { mirrors: [{ version: 'v2', percentage: 25 }] })],
      }));
    },
    shown: { 'VirtualService goods': ['http'] },
    observed: [
      'mirrors to v2: v1 answers each request, and v2 gets a copy of each',
      'mirrors with percentage 25: v2 gets about a quarter of them',
    ],
  },
  {
    title: 'Rewrite',
    about: 'The prefix that is matched is replaced, character by character.',
    declare: ({ topology, web, catalog }) => {
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/next/'))).to('v2', { rewrite: { uri: '/' } }), HttpRoute.split({ v1: 100 })],
      }));
    },
    shown: { 'VirtualService goods': ['http'] },
    observed: ['rewrite { uri: "/" } of the prefix /next/: the program is asked for what stands behind it'],
  },
  {
    title: 'Redirect, and answers without the program',
    about: 'The sidecar of the caller answers, and the program is not asked.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }),
        routes: [
          HttpRoute.when(HttpMatch.uri(StringMatch.exact('/old'))).redirect({ uri: '/new', redirectCode: 308 }),
          HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/closed'))).respond(503, 'closed'),
          HttpRoute.toAnyVersion(),
        ],
      }));
    },
    shown: { 'VirtualService carts': ['http'] },
    observed: [
      'redirect({ uri: "/new", redirectCode: 308 }): the caller is sent there, and the program not asked',
      'respond(503, "closed"): the caller is answered so, and the program not asked',
    ],
  },
  {
    title: 'Headers',
    about: 'Of requests before the program sees them, and of answers before the caller does. Values are no secrets: what looks like one is refused.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }),
        routes: [
          HttpRoute.toAnyVersion({
            requestHeaders: { set: { 'x-route': 'main' }, remove: ['x-inner'] },
            responseHeaders: { set: { 'x-answered': 'by a route' }, remove: ['served-by'] },
          }),
        ],
      }));
    },
    shown: { 'VirtualService carts': ['http'] },
    observed: ['requestHeaders and responseHeaders: what is set is there, what is removed is not'],
  },
  {
    title: 'CORS',
    about: 'Which pages of other origins may ask, as sidecars of callers and gateways answer for it.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }),
        routes: [
          HttpRoute.toAnyVersion({
            cors: {
              allowOrigins: [StringMatch.exact('https://shop.example.com')],
              allowMethods: ['GET', 'PUT'],
              allowHeaders: ['x-cart'],
              maxAge: Duration.hours(1),
            },
          }),
        ],
      }));
    },
    shown: { 'VirtualService carts': ['http'] },
    observed: ['cors: pages of the origin that is let in may ask, with a method and a header that are, and those of another may not'],
  },
  {
    title: 'Faults',
    about: 'Requests that match wait or fail on purpose. Where the topology says `production: true`, that is refused ([BST752](checks/BST752.md)).',
    declare: ({ topology, web, catalog }) => {
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [
          HttpRoute.when(HttpMatch.header('x-trial', 'abort')).to('v1', { fault: { abort: { httpStatus: 501, percentage: 50 } } }),
          HttpRoute.when(HttpMatch.header('x-trial', 'delay')).to('v1', { fault: { delay: { fixedDelay: Duration.millis(700), percentage: 100 } } }),
          HttpRoute.split({ v1: 100 }),
        ],
      }));
    },
    shown: { 'VirtualService goods': ['http'] },
    observed: [
      'fault { abort }: requests with the header fail without the program, all or the share that is declared; others do not',
      'fault { delay }: requests with the header wait for 700 ms, and are answered then; others do not wait',
    ],
  },
];
