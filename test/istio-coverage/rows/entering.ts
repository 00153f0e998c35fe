import { AccessPolicy, AccessRule, AdmittedPeer, Gateway, Jwt, Pods } from '../../../src';
import { ANY_TOKEN, DENIAL_OF_OTHERS, ONE_PORT, RULE_PER_PORT } from '../alike/access';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';
import { AccessMeaning, AccessRule as Ruled, TokensMeaning } from '../meaning/meaning';
import { Sample } from '../sample';

const ISSUER = 'testing@secure.istio.io';
const JWKS_URI = 'https://raw.githubusercontent.com/istio/istio/release-1.31/security/tools/jwt/samples/jwks.json';
const JWT = Jwt.ofIssuer(ISSUER, { jwksUri: JWKS_URI });
const INGRESS = { of: { istio: 'ingressgateway' }, namespace: 'istio-system' };

const ingress = ({ topology }: Sample) => new Gateway(topology, 'ingress', { pods: Pods.fromLabels({ labels: INGRESS.of, namespace: INGRESS.namespace, serviceAccountName: 'ingress' }) });
const denied = (name: string, rule: AccessRule, dryRun?: boolean) => AccessPolicy.deny(name, { rules: [rule], dryRun });
const of = (app: string, said: Partial<AccessMeaning>): AccessMeaning => ({ kind: 'AuthorizationPolicy', of: { app }, ...said });
const atIngress = (action: string, rule: Ruled): AccessMeaning => ({ kind: 'AuthorizationPolicy', ...INGRESS, action, rules: [rule] });
const verified = (scope: Pick<TokensMeaning, 'of' | 'namespace'>): TokensMeaning => ({ kind: 'RequestAuthentication', ...scope, tokens: [{ issuer: ISSUER, jwksUri: JWKS_URI }] });

export const ENTERING: readonly CoverageRow[] = [
  {
    manifest: 'istio.io authz-http: productpage-viewer',
    declare: sample => sample.guarded('productpage', 'bookinfo-productpage').admits(AdmittedPeer.anyone({ port: 9080, methods: ['GET'] })),
    expects: [of('productpage', { rules: [{ to: [{ methods: ['GET'] }] }] })],
    verdict: sameBehaviour(ONE_PORT),
  },
  {
    manifest: 'istio.io authz-deny: ALLOW /ip',
    declare: sample => sample.guarded('httpbin', 'httpbin').admits(AdmittedPeer.anyone({ port: 8080, paths: ['/ip'] })),
    expects: [of('httpbin', { rules: [{ to: [{ paths: ['/ip'] }] }] })],
    verdict: sameBehaviour(ONE_PORT),
  },
  {
    manifest: 'istio.io authz-tcp: ALLOW 9000, 9001',
    declare: sample => { for (const port of [9000, 9001]) sample.guarded('tcp-echo', 'tcp-echo').admits(AdmittedPeer.anyone({ port })); },
    expects: [of('tcp-echo', { rules: [{ to: [{ ports: ['9000', '9001'] }] }] })],
    verdict: sameBehaviour(RULE_PER_PORT),
  },
  {
    manifest: 'istio.io authz-tcp: DENY GET',
    declare: sample => sample.workload('tcp-echo').enforces(denied('no-get', { methods: ['GET'] })),
    expects: [of('tcp-echo', { action: 'DENY', rules: [{ to: [{ methods: ['GET'] }] }] })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authz-dry-run: DENY dry-run',
    declare: sample => sample.workload('httpbin').enforces(denied('no-headers', { paths: ['/headers'] }, true)),
    expects: [of('httpbin', { action: 'DENY', rules: [{ to: [{ paths: ['/headers'] }] }], dryRun: true })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authz-custom: AP CUSTOM',
    declare: sample => sample.workload('httpbin').enforces(AccessPolicy.custom('asked', { provider: 'sample-ext-authz-grpc', rules: [{ paths: ['/headers'] }] })),
    expects: [of('httpbin', { action: 'CUSTOM', provider: 'sample-ext-authz-grpc', rules: [{ to: [{ paths: ['/headers'] }] }] })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authz-ingress: ALLOW remoteIpBlocks',
    declare: sample => ingress(sample).enforces(denied('others', { notRemoteIpBlocks: ['1.2.3.4/32', '5.6.7.0/24'] })),
    expects: [atIngress('ALLOW', { from: [{ remoteIpBlocks: ['1.2.3.4/32', '5.6.7.0/24'] }] })],
    verdict: sameBehaviour(DENIAL_OF_OTHERS),
  },
  {
    manifest: 'istio.io authn-policy: AP DENY without token',
    declare: sample => ingress(sample).requires(JWT),
    expects: [atIngress('DENY', { from: [{ notRequestPrincipals: ['*'] }] })],
    besides: [verified(INGRESS)],
    verdict: sameBehaviour(ANY_TOKEN),
  },
  {
    manifest: 'istio.io authn-policy: AP DENY without token on path',
    declare: sample => {
      const gateway = ingress(sample);
      gateway.requires(JWT, { optional: true });
      gateway.enforces(denied('headers', { notRequestPrincipals: ['*'], paths: ['/headers'] }));
    },
    expects: [atIngress('DENY', { from: [{ notRequestPrincipals: ['*'] }], to: [{ paths: ['/headers'] }] })],
    besides: [verified(INGRESS)],
    verdict: SAME,
  },
  {
    manifest: 'istio.io jwt-route: RequestAuthentication',
    declare: sample => ingress(sample).requires(JWT, { optional: true }),
    expects: [verified(INGRESS)],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authz-jwt: RequestAuthentication',
    declare: sample => sample.workload('httpbin').requires(JWT, { optional: true }),
    expects: [verified({ of: { app: 'httpbin' } })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authz-jwt: AP requestPrincipals',
    declare: sample => {
      const httpbin = sample.workload('httpbin');
      httpbin.requires(JWT, { optional: true });
      httpbin.enforces(denied('others', { notRequestPrincipals: [`${ISSUER}/${ISSUER}`] }));
    },
    expects: [of('httpbin', { rules: [{ from: [{ requestPrincipals: [`${ISSUER}/${ISSUER}`] }] }] })],
    besides: [verified({ of: { app: 'httpbin' } })],
    verdict: sameBehaviour(DENIAL_OF_OTHERS),
  },
];
