import { Gateway, IContract, MutualTls, Pods, Workload, WorkloadStanding } from '../../../src';
import { ONE_PORT, OPERATIONS } from '../alike/access';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';
import { AccessMeaning } from '../meaning/meaning';

/** What a service of Bookinfo, or httpbin, can be asked by GET. */
const reading = (...paths: string[]): IContract => ({ operations: paths.map(path => ({ id: `get ${path}`, method: 'GET', path, retriable: true })) });
const DETAILS = reading('/details/{id}', '/health');
const REVIEWS = reading('/reviews/{id}', '/health');
const RATINGS = reading('/ratings/{id}', '/health');
const HTTPBIN = reading('/ip', '/headers');
const operations = ({ operations: all }: IContract) => ({ operations: all.map(({ id }) => id) });

/** GET of an app by one account. */
const viewer = (app: string, principal: string): AccessMeaning => (
  { kind: 'AuthorizationPolicy', of: { app }, rules: [{ from: [{ principals: [principal] }], to: [{ methods: ['GET'] }] }] });

export const SECURITY: readonly CoverageRow[] = [
  {
    manifest: 'istio.io authn-policy: PA workload STRICT',
    declare: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'httpbin' }, namespace: 'bar', serviceAccountName: 'httpbin' });
      new Workload(topology, 'httpbin', { pods });
    },
    expects: [{ kind: 'PeerAuthentication', of: { app: 'httpbin' }, namespace: 'bar', mode: 'STRICT' }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authn-policy: PA workload, port 80 DISABLE',
    declare: ({ topology }) => {
      const pods = Pods.fromLabels({ labels: { app: 'httpbin' }, namespace: 'bar', serviceAccountName: 'httpbin' });
      new Workload(topology, 'httpbin', { pods, mutualTls: MutualTls.STRICT.atPort(80, MutualTls.disabled('clients at this port have no sidecar')) });
    },
    expects: [{ kind: 'PeerAuthentication', of: { app: 'httpbin' }, namespace: 'bar', mode: 'STRICT', ports: { 80: 'DISABLE' } }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authn-policy: PA mesh STRICT',
    declare: sample => sample.calls(sample.http('httpbin', { port: 8000, targetPort: 8080 })),
    mesh: () => ({ meshPolicy: { mutualTls: MutualTls.STRICT } }),
    expects: [{ kind: 'PeerAuthentication', namespace: 'istio-system', mode: 'STRICT' }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io mtls-migration: PA mesh STRICT',
    declare: sample => sample.calls(sample.http('httpbin', { port: 8000, targetPort: 8080 })),
    mesh: () => ({ meshPolicy: { mutualTls: MutualTls.STRICT } }),
    expects: [{ kind: 'PeerAuthentication', namespace: 'istio-system', mode: 'STRICT' }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io sidecar-tls-termination: PeerAuthentication namespace STRICT',
    declare: ({ topology }) => new Workload(topology, 'httpbin', { pods: Pods.fromLabels({ labels: { app: 'httpbin' }, namespace: 'test' }), standing: WorkloadStanding.MIGRATING }),
    mesh: () => ({ namespacePolicies: { test: { mutualTls: MutualTls.STRICT } } }),
    expects: [{ kind: 'PeerAuthentication', namespace: 'test', mode: 'STRICT' }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authz-http: allow-nothing',
    declare: sample => sample.guarded('productpage', 'bookinfo-productpage'),
    mesh: () => ({ namespacePolicies: { default: { denyByDefault: true } } }),
    expects: [{ kind: 'AuthorizationPolicy', namespace: 'default' }],
    besides: [{ kind: 'AuthorizationPolicy', of: { app: 'productpage' } }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authz-http: details-viewer',
    declare: sample => {
      sample.guarded('details', 'bookinfo-details');
      const productpage = sample.workload('productpage', [], WorkloadStanding.MIGRATING, 'bookinfo-productpage');
      productpage.calls(sample.http('details', { port: 9080, contract: DETAILS }), operations(DETAILS));
    },
    expects: [viewer('details', 'cluster.local/ns/default/sa/bookinfo-productpage')],
    verdict: sameBehaviour(OPERATIONS, ONE_PORT),
  },
  {
    manifest: 'istio.io authz-http: reviews-viewer',
    declare: sample => {
      sample.guarded('reviews', 'bookinfo-reviews');
      const productpage = sample.workload('productpage', [], WorkloadStanding.MIGRATING, 'bookinfo-productpage');
      productpage.calls(sample.http('reviews', { port: 9080, contract: REVIEWS }), operations(REVIEWS));
    },
    expects: [viewer('reviews', 'cluster.local/ns/default/sa/bookinfo-productpage')],
    verdict: sameBehaviour(OPERATIONS, ONE_PORT),
  },
  {
    manifest: 'istio.io authz-http: ratings-viewer',
    declare: sample => {
      sample.guarded('ratings', 'bookinfo-ratings');
      const reviews = sample.workload('reviews', [], WorkloadStanding.MIGRATING, 'bookinfo-reviews');
      reviews.calls(sample.http('ratings', { port: 9080, contract: RATINGS }), operations(RATINGS));
    },
    expects: [viewer('ratings', 'cluster.local/ns/default/sa/bookinfo-reviews')],
    verdict: sameBehaviour(OPERATIONS, ONE_PORT),
  },
  {
    manifest: 'istio.io authz-td-migration: AP old-td',
    declare: sample => {
      sample.guarded('httpbin', 'httpbin');
      const pods = Pods.fromLabels({ labels: { app: 'curl' }, namespace: 'curl-allow', serviceAccountName: 'curl' });
      const curl = new Workload(sample.topology, 'curl-allow', { pods, standing: WorkloadStanding.MIGRATING });
      curl.calls(sample.http('httpbin', { port: 8000, targetPort: 8080, contract: HTTPBIN }), operations(HTTPBIN));
    },
    mesh: () => ({ trustDomain: 'old-td' }),
    expects: [viewer('httpbin', 'old-td/ns/curl-allow/sa/curl')],
    verdict: sameBehaviour(OPERATIONS, ONE_PORT),
  },
  {
    manifest: 'istio.io ambient: L4 policy productpage',
    declare: sample => {
      sample.guarded('productpage', 'bookinfo-productpage');
      const pods = Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'bookinfo-gateway' }, serviceAccountName: 'bookinfo-gateway-istio' });
      new Gateway(sample.topology, 'bookinfo-gateway', { pods }).calls(sample.http('productpage', { port: 9080 }));
    },
    expects: [{
      kind: 'AuthorizationPolicy', of: { app: 'productpage' }, rules: [{ from: [{ principals: ['cluster.local/ns/default/sa/bookinfo-gateway-istio'] }] }],
    }],
    verdict: sameBehaviour(ONE_PORT),
  },
];
