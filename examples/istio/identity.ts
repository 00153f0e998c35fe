import { HttpProvider, HttpService, Mesh, MutualTls, Pods, Workload, WorkloadStanding } from 'cdk8s-backing-services';
import { Piece } from './piece';

/** Whom connections are of, and which are taken. */
export const IDENTITY: readonly Piece[] = [
  {
    title: 'Authorization from edges',
    about: 'Who declares a call is let in, by its ServiceAccount, at the port of the service; whoever declares none is not. Nothing else is said.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
    },
    shown: { 'AuthorizationPolicy orders': [], 'PeerAuthentication orders': [] },
    observed: [
      'an identity that declared nothing gets 403',
      'the same ServiceAccount name in another namespace is another identity, and gets 403',
      'a caller of another namespace, the ingress gateway, may call what it declared',
      'a client without a sidecar is refused before it can say anything: mutual TLS only',
    ],
  },
  {
    title: 'Operations',
    about: 'With a contract, such as `Contract.openApi()` reads, a call names what it asks for, and the sidecar lets in nothing else.',
    declare: ({ topology, web, batch, orders }) => {
      const carts = new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }),
        contract: { operations: [
          { id: 'getCart', method: 'GET', path: '/carts/{cartId}', retriable: true },
          { id: 'emptyCarts', method: 'DELETE', path: '/carts', retriable: true },
        ] },
      });
      web.calls(carts, { operations: ['getCart'] });
      batch.calls(carts, { operations: ['emptyCarts'] });
    },
    shown: { 'AuthorizationPolicy orders': ['action', 'rules'] },
    observed: [
      'the declared caller may call the declared operation',
      'an operation that was not declared gets 403: another method',
      'an operation that was not declared gets 403: another path, however it is written',
    ],
  },
  {
    title: 'Mutual TLS of the mesh and of a namespace',
    about: 'A guarded workload takes mutual TLS alone by itself. This is for all other pods, which no program knows; `denyByDefault` lets in nobody there whom no policy lets in.',
    declare: () => Mesh.istio({
      meshPolicy: { mutualTls: MutualTls.STRICT },
      namespacePolicies: { shop: { mutualTls: MutualTls.STRICT, denyByDefault: true } },
    }),
    shown: { 'PeerAuthentication istio-system/default': [], 'PeerAuthentication shop/default': [], 'AuthorizationPolicy shop/allow-nothing': [] },
    observed: [
      'mutualTls of a namespace: pods of which no topology knows refuse a client without a sidecar before it can say anything',
      'denyByDefault: in that namespace the declared caller gets 200 of the guarded workload, and 403 of pods of which no topology knows',
      'denyByDefault lets in nobody else to the guarded workload either: who declared no call gets 403',
    ],
  },
  {
    title: 'Mutual TLS of a workload and of a port',
    about: 'Until everybody is in the mesh, plaintext is taken for a reason, which is reported at each synthesis ([BST644](checks/BST644.md)).',
    declare: ({ topology }) => {
      new Workload(topology, 'stock', {
        pods: Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' }),
        standing: WorkloadStanding.MIGRATING,
        mutualTls: MutualTls.permissive('the tills have no sidecar until March')
          .atPort(9000, MutualTls.disabled('scales send plaintext there, and wait for the server to begin')),
      });
    },
    shown: { 'PeerAuthentication stock': [] },
    observed: [
      'MutualTls.permissive(): a client without a sidecar is taken, beside callers of the mesh, until it is STRICT',
      'MutualTls.STRICT beside it, on the way into the mesh: a client without a sidecar is refused, callers of the mesh are taken',
      'MutualTls.disabled() at one port: a client without a sidecar is taken, and callers of the mesh, which are told nothing and speak plaintext there',
    ],
    reported: ['BST644', 'BST644'],
  },
];
