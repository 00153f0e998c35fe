import { RefusalDoc } from './refusal-doc';

/** Codes of what is said of the way to services: conditions, routes, Kubernetes Services, gateways, sidecars. Sorted. */
export const TRAFFIC: readonly RefusalDoc[] = [
  {
    code: 'BST036',
    title: 'unmatchable-header',
    rationale: 'In a route of Istio, `method`, `uri`, `scheme` and `authority` are no headers: a match on one of them is ignored, so that the route takes every request (VirtualService, HTTPMatchRequest). What a token says only gateways know: in the routes of a service, which sidecars of callers take, Istio refuses a match on a claim.',
    fix: 'Match on a header of your own, such as `x-method`; give routes by claims to `exposes()`.',
  },
  {
    code: 'BST044',
    title: 'unreadable-expression',
    rationale: 'Meshes match with RE2, whose time grows with the length of the text alone. It knows no look-ahead, no look-behind and no references to groups; a proxy refuses the whole configuration of an expression that it cannot read.',
    fix: 'Write the expression in the syntax of RE2, or match by a whole text or a prefix.',
  },
  {
    code: 'BST045',
    title: 'no-such-request',
    rationale: 'A condition that no request meets makes a route that never acts, and one that every request meets hides those behind it. Where two things are asked of one text, a mesh can be asked only one.',
    fix: 'Ask of a path that it begins with "/", give at least one condition, and say in one expression what is asked of one text.',
  },
  {
    code: 'BST046',
    title: 'unsound-kubernetes-service',
    rationale: 'The API server refuses a Service whose parts do not fit each other, as source ranges without a load balancer, and some it takes and never acts on, as an affinity of a headless Service, whose clients choose a pod themselves. Either way what was said would not happen. Services per version need versions that have names, each a name that no other Service has, and what is there already is made by somebody else.',
    fix: 'Give a Service the options of its type, as the message says, and to each its own name; say nothing of how an existing Service is made.',
  },
  {
    code: 'BST047',
    title: 'unsound-route',
    rationale: 'What a route does with requests must be something that a proxy can do and a client can follow: a redirection leads elsewhere, a rewrite changes something, a header is changed in one way, a share is a percentage. A fault names who is hit, so that nobody else is.',
    fix: 'Say what the message asks for; make faults in `HttpRoute.when()`, for requests that only trials send.',
  },
  {
    code: 'BST049',
    title: 'not-listened-for',
    rationale: 'What a gateway exposes arrives at a listener of it: at one of its ports, for the host that clients ask for, and by something that the service speaks. Anything else would be declared, and never arrive; and of two listeners for one host and port clients could not say which they mean. A gateway runs in pods.',
    fix: 'Give the gateway a listener for it, or say hosts and port of one that it has.',
  },
  {
    code: 'BST050',
    title: 'not-relayed',
    rationale: 'A gateway relays what third parties serve, at a port of its own where it takes TLS and tells them apart by their hosts. A service in the cluster has its own pods to guard it; of an object of the API of Istio that is there already nobody here knows how it takes what sidecars send; and of two ways to one host sidecars could take only one. A certificate is shown by whoever starts TLS.',
    fix: 'Relay the service once, by a gateway that is declared here without `existingGateway`, at a port for TLS that is free for its host.',
  },
  {
    code: 'BST051',
    title: 'relayed-without-name',
    rationale: 'An egress gateway has one address for all third parties, so that each has to be told by a name: the host of a request, or the one that a TLS client asks for (SNI). Bytes and IP addresses have none. A wildcard has no address that the gateway could resolve: it would send to itself (https://istio.io/latest/docs/tasks/traffic-management/egress/wildcard-egress-hosts/).',
    fix: 'Name the hosts of the service in full, and let its client start TLS or speak HTTP; or let consumers reach it themselves.',
  },
  {
    code: 'BST053',
    title: 'unsound-egress-host',
    rationale: 'A sidecar finds what it is told of by namespace and host. What names no namespace is refused by the mesh, and every host of every namespace is no choice at all.',
    fix: 'Give each of furtherHosts as namespace/host, as in "observability/*", or leave sidecars out to tell of everything.',
  },
];
