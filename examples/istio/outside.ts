import { Duration } from 'cdk8s';
import {
  CircuitBreaker, Gateway, HttpProvider, HttpService, MachineProbe, Machines, Mesh, Pods, RetryPolicy, TcpProvider, TcpService, TlsOrigination,
  Workload,
} from 'cdk8s-backing-services';
import { Piece } from './piece';

/** What is reached outside of the mesh, and what sidecars know at all. */
export const OUTSIDE: readonly Piece[] = [
  {
    title: 'A third party',
    about: 'The program is told an `http` URL, its sidecar starts TLS and verifies the server, and so timeouts and retries act. No sidecar is there that could refuse other operations, so the caller\'s has no route for them.',
    declare: ({ topology, web }) => {
      const payments = new HttpService(topology, 'payments', {
        provider: HttpProvider.external('https://payments.example.com'),
        contract: { operations: [{ id: 'createCharge', method: 'POST', path: '/charges', retriable: true }] },
      });
      web.calls(payments, { operations: ['createCharge'], timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2) });
    },
    shown: { 'ServiceEntry payments': [], 'VirtualService payments': ['hosts', 'http'], 'DestinationRule payments': ['host', 'trafficPolicy'] },
    observed: [
      'HttpProvider.external("https://..."): the declared consumer reaches the third party, the mesh starts TLS and names the host',
      'an operation of a third party that takes an Idempotency-Key is repeated, also as a POST',
      'an operation of a third party that was not declared gets 403 and does not leave the pod',
      'two consumers of a third party declared different operations: each reaches its own, and not that of the other',
      'a workload of the same namespace that declared no operation of that third party gets 403',
      'what one namespace declared, another does not reach',
      'a host that nobody declared is not reached, with TLS or without',
      'a third party with a certificate of an unknown authority gets no request',
      'a third party with a certificate of another name gets no request',
    ],
  },
  {
    title: 'A third party at more names',
    about: 'Each name is verified by itself; below a wildcard, by the name that the request is for.',
    declare: ({ topology, web }) => {
      const provider = HttpProvider.external('https://objects.example.com', { furtherHosts: ['*.objects.example.com'] });
      web.calls(new HttpService(topology, 'objects', { provider }));
    },
    shown: { 'ServiceEntry objects.objects.example.com.any': [], 'DestinationRule objects.objects.example.com.any': ['host', 'trafficPolicy'] },
    observed: [
      'furtherHosts with "*.": at a name below it the mesh starts TLS, and names the host that the request is for',
      'furtherHosts: at a further name the mesh starts TLS, and names it',
      'furtherHosts beside it: the host of the locator is reached as without',
      'a server below a wildcard that proves another name than that of the request gets no request',
      'what is said of requests holds at a name below a wildcard too: they are repeated as declared',
    ],
  },
  {
    title: 'A third party at addresses that are known',
    about: 'Sidecars send connections to the servers, whatever DNS says of the host. The program looks the name up all the same, so that DNS, or the sidecars that answer in its place, must know it.',
    declare: ({ topology, web }) => {
      const provider = TcpProvider.external({ host: 'ledger.corp.example.com', port: 1521, endpoints: ['10.20.0.11', '10.20.0.12'] });
      web.calls(new TcpService(topology, 'ledger', { provider }));
    },
    shown: { 'ServiceEntry ledger': [] },
    observed: [
      'endpoints of a TCP service: connections to its port go to these addresses, whatever DNS says of the host',
      'endpoints: requests are spread over these addresses, whatever DNS says of the host; the mesh starts TLS there and names the host',
      'endpoints of a host that no DNS knows: requests under its name reach them, whatever address a program sends them to',
      'relays() of a third party with endpoints: the gateway connects to these addresses, whatever DNS says of the host',
    ],
  },
  {
    title: 'A third party by the client\'s own TLS',
    about: 'The program starts TLS itself, and the mesh passes it on by the name of the host; of requests nothing can be said.',
    declare: ({ topology, web }) => {
      const provider = HttpProvider.external('https://sealed.example.com', { tlsOrigination: TlsOrigination.CLIENT });
      web.calls(new HttpService(topology, 'sealed', { provider }));
    },
    shown: { 'ServiceEntry sealed': [] },
    observed: [
      'TlsOrigination.CLIENT: the consumer starts TLS, and the mesh passes it on to the declared host',
      'furtherHosts with "*." and TlsOrigination.CLIENT: TLS that the consumer starts is passed on by the name that it sends',
    ],
  },
  {
    title: 'A workload on machines',
    about: 'The Kubernetes Service selects machines as it would pods, and Istio\'s proxies send to their addresses. The account tells callers that their sidecars take mutual TLS.',
    declare: ({ topology, web }) => {
      const pods = Machines.at([{ address: '10.20.0.11', locality: 'eu/eu-1', weight: 2 }], { labels: { app: 'billing' }, serviceAccountName: 'billing' });
      const billing = new Workload(topology, 'billing', { pods });
      web.calls(new HttpService(topology, 'bills', { provider: HttpProvider.workload(billing, { targetPort: 8080 }) }));
    },
    shown: { 'WorkloadEntry billing.10-20-0-11': [], 'Service bills': ['selector', 'ports'], 'AuthorizationPolicy billing': [], 'PeerAuthentication billing': [] },
    observed: [
      'Machines.at(): the Service of a workload leads to its machine, and both ends have proved who they are by mutual TLS',
      'Machines.at(): connections to its TCP service arrive there too',
      'who has not declared a call of what runs on a machine gets 403 of its sidecar',
      'a client without a sidecar, at the address of a machine, is refused before it can say anything',
      'what runs on a machine calls what it declared by its own identity, and gets 403 at what it did not declare',
    ],
  },
  {
    title: 'Machines that make themselves known',
    about: 'istiod makes an entry of each machine whose sidecar connects, and asks it by the probe.',
    declare: ({ topology, web }) => {
      const probe = MachineProbe.httpGet(8080, { path: '/healthz', period: Duration.seconds(5) });
      const pods = Machines.group({ labels: { app: 'reports' }, serviceAccountName: 'reports', cidrs: ['10.20.1.0/24'], probe });
      const reports = new Workload(topology, 'reports', { pods });
      web.calls(new HttpService(topology, 'reports-api', { provider: HttpProvider.workload(reports, { targetPort: 8080 }) }));
    },
    shown: { 'WorkloadGroup reports': [] },
    observed: ['Machines.group(): a machine makes itself known as its sidecar starts, and the Service of its workload leads there'],
  },
  {
    title: 'Egress gateway',
    about: 'Callers dial the third party as before; their sidecars send to the gateway by mutual TLS, and the gateway sends on and starts TLS. `calls()` of the gateway says what it opens itself.',
    declare: ({ topology, web }) => {
      const payments = new HttpService(topology, 'payments', { provider: HttpProvider.external('https://payments.example.com') });
      const exit = new Gateway(topology, 'exit', {
        pods: Pods.fromLabels({ labels: { istio: 'egressgateway' }, namespace: 'istio-egress', serviceAccountName: 'egress' }),
        service: 'istio-egressgateway',
      });
      web.calls(payments, { timeout: Duration.millis(500) });
      exit.relays(payments);
      exit.calls(payments, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
    },
    shown: {
      'VirtualService payments': ['hosts', 'http'],
      'DestinationRule exit.payments-example-com-80': ['host', 'subsets'],
      'DestinationRule payments': ['exportTo', 'host', 'trafficPolicy'],
      'Gateway exit-https-443-payments-example-com': [],
      'VirtualService exit.payments.example.com.relayed': ['gateways', 'hosts', 'http'],
    },
    observed: [
      'relays() of a third party in the clear: its requests come from the gateway, and from nobody else',
      'relays() of a third party by TLS that the mesh starts: the gateway starts it, and the third party is asked by its own name',
      'relays() of a third party by the client\'s own TLS: the gateway passes it on by the name that the client asks for',
      'a caller\'s timeout acts at its sidecar, whatever is between: after 500 ms it gets 504',
    ],
  },
  {
    title: 'Egress gateway that shows a certificate',
    about: 'The certificate is in a Secret beside the gateway, with the authority of the third party; no caller has it.',
    declare: ({ topology, web }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      const exit = new Gateway(topology, 'exit', {
        pods: Pods.fromLabels({ labels: { istio: 'egressgateway' }, namespace: 'istio-egress', serviceAccountName: 'egress' }),
        service: 'istio-egressgateway',
      });
      web.calls(bank);
      exit.relays(bank, { clientCertificateSecret: 'bank-client-tls' });
    },
    shown: { 'DestinationRule bank': ['exportTo', 'host', 'trafficPolicy'] },
    observed: ['relays() with clientCertificateSecret: a third party that lets in whoever shows a certificate lets in the gateway'],
  },
  {
    title: 'Sidecars that know what is declared',
    about: '`sidecars: {}` is enough for the first. `registryOnly` turns away whatever else a program dials.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
      return Mesh.istio({ sidecars: { furtherHosts: ['observability/*'], registryOnly: true } });
    },
    shown: { 'Sidecar web': [], 'Sidecar orders': [] },
    observed: [
      'sidecars: the proxy of a workload has clusters for what it declared, and beside istiod\'s for nothing else',
      'registryOnly: what is not declared gets 502 of the sidecar, and does not leave the pod',
      'sidecars: another team\'s service is reached, by the routes that the caller has of its own: after 500 ms it gets 504',
    ],
  },
];
