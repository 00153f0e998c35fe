import { AccessPolicy, AdmittedPeer, HttpProvider, HttpService, Jwt } from 'cdk8s-backing-services';
import { Piece } from './piece';

/** Who else is let in, and who of those that are is not. */
export const ACCESS: readonly Piece[] = [
  {
    title: 'Admitted peers',
    about: 'Who comes without having declared a call: anybody, pods with or without a sidecar, a namespace, addresses. Each at a port of the pods, and if said so with some methods and paths.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
      const ingress = { namespace: 'istio-ingress', podLabels: { istio: 'ingressgateway' }, serviceAccountName: 'gateway' };

      orders.admits(AdmittedPeer.anyone({ port: 8080, methods: ['GET'], paths: ['/healthz'] }));
      orders.admits(AdmittedPeer.meshPods({ ...ingress, port: 8080, clientCidrs: ['203.0.113.0/24'] }));
      orders.admits(AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 }));
    },
    shown: { 'AuthorizationPolicy orders': ['action', 'rules'], 'PeerAuthentication orders': ['mtls', 'portLevelMtls'] },
    observed: [
      'AdmittedPeer.anyone(): a client without an identity, and one of the mesh that declared nothing, get 200 at the path with the method, and 403 otherwise',
      'clientCidrs: behind a gateway that is admitted, a client is let in by the last address of X-Forwarded-For, and by none before it',
    ],
  },
  {
    title: 'Tokens',
    about: 'Istio verifies a token that comes, and lets through a request without one. What is demanded here is denied to whoever has none.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
      orders.requires(Jwt.ofIssuer('https://login.example.com', { audiences: ['shop'] }), {
        claims: { groups: ['staff'] }, exceptPaths: ['/healthz'], exceptMethods: ['OPTIONS'],
      });
    },
    shown: { 'RequestAuthentication orders': [], 'AuthorizationPolicy orders-requires-token': ['action', 'rules'] },
    observed: [
      'requires(): the declared caller with a token of the issuer, for the audience and with the claim, gets 200',
      'a request without a token gets 403: verifying tokens demands none',
      'a token that has expired, is signed by somebody else, of another issuer or none at all gets 401',
      'a token for another audience gets 403',
      'a token without the claim gets 403',
      'a token lets in nobody: who declared no call gets 403 with one',
      'exceptPaths and exceptMethods: at that path, or with that method, no token is needed',
    ],
  },
  {
    title: 'Denials, and trying them first',
    about: 'A denial goes before what lets in. With `dryRun` it is counted and does nothing.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
      orders.enforces(AccessPolicy.deny('web-reads', { rules: [{ callers: [web], notMethods: ['GET', 'HEAD'] }] }));
      orders.enforces(AccessPolicy.deny('nothing-old', { rules: [{ paths: ['/old/*'] }], dryRun: true }));
    },
    shown: { 'AuthorizationPolicy orders-web-reads': ['action', 'rules'], 'AuthorizationPolicy orders-nothing-old': ['action', 'rules'] },
    observed: [
      'AccessPolicy.deny() goes before what lets in: the declared caller gets 403 for what is denied',
      'dryRun: what would be denied goes on, and the sidecar counts it',
    ],
  },
  {
    title: 'External authorizers, and audit',
    about: 'An authorizer is named as MeshConfig\'s `extensionProviders` have it, and asked before all else. What is audited is told to the mesh\'s telemetry, if a plugin there listens.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
      orders.enforces(AccessPolicy.custom('quota', { provider: 'quota-grpc', rules: [{ ports: [8080], methods: ['POST'], paths: ['/carts'] }] }));
      orders.enforces(AccessPolicy.audit('removals', { rules: [{ callers: [web], ports: [8080], methods: ['DELETE'] }] }));
    },
    shown: { 'AuthorizationPolicy orders-quota': ['action', 'provider', 'rules'], 'AuthorizationPolicy orders-removals': ['action', 'rules'] },
    observed: [
      'Istio\'s own validation has nothing to say of any random topology, neither istioctl validate nor the webhook of istiod',
    ],
  },
];
