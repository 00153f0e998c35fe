import { Missing } from './coverage-row';

/** What cannot be declared, by what would be needed first. */
export const NOT_YET: readonly Missing[] = [
  { why: 'a network policy of all pods in a namespace; each workload of ours is let out to what it depends on, which is less', manifests: ['istio.io egress-gateway: NetworkPolicy DNS + istio-system + gateway namespace'] },
  { why: 'a wildcard through an egress gateway, which can resolve no name of it', manifests: ['istio.io wildcard: Gateway+DR+VS'] },
  { why: 'a fault of every request: a condition says who is hit, and nobody else is', manifests: ['istio.io request-timeouts: ratings delay 2s'] },
  {
    why: 'a client\'s certificate that a sidecar shows; a program that starts TLS itself is given one as a file',
    manifests: ['istio.io egress-tls-origination: DR MUTUAL credentialName'],
  },
  {
    why: 'a Kubernetes Service that selects no pods; of pods, sidecars of callers learn by themselves whether mutual TLS is taken there (`MutualTls.disabled()`)',
    manifests: [
      'istio.io k8s-services-egress: Service ExternalName',
      'istio.io k8s-services-egress: Service without selector + Endpoints',
      'istio.io k8s-services-egress: DR tls DISABLE',
    ],
  },
  { why: 'whom a gateway lets in, which is for its owner to say', manifests: ['istio.io authz-http: bookinfo-gateway-viewer'] },
  { why: 'a header whose name says that its value is a secret, which no manifest holds', manifests: ['istio.io authz-deny: DENY GET unless header'] },
  {
    why: 'a method whatever the path, of a declared caller: operations are those of a contract, each with its path',
    manifests: ['istio.io ambient: L7 policy targetRefs'],
  },
  {
    why: 'whom a waypoint lets in to all Services of its namespace; each workload lets in namespaces itself (`admits()`)',
    manifests: ['istio.io ambient: AP on waypoint, source namespaces'],
  },
  { why: 'what a sidecar listens to itself', manifests: ['istio.io sidecar-tls-termination: Sidecar ingress TLS'] },
  {
    why: 'what sidecars of pods are told that no program knows; each workload of ours is told of what it depends on (`sidecars`), which is less than its namespace',
    manifests: ['istio.io scoping: Sidecar default'],
  },
  { why: 'limits of rates, which Istio has through EnvoyFilter alone', manifests: ['samples/ratelimit/local-rate-limit-service.yaml'] },
];
