import { Expected } from '../../harness/expected';

/** Of `istioctl validate`. */
export const EXPECTED_OF_VALIDATION: readonly Expected[] = [
  { said: /^deployment ".*" may not provide Istio metrics and telemetry labels/, because: 'pods without a label "version": labels are the author\'s' },
  {
    said: /AuthorizationPolicy\/\S+: configured AuthorizationPolicy will deny all traffic to TCP ports /,
    because: 'a denial of requests at ports of which nothing is known: if one takes bytes, all of it is denied, which is rather too much than too little',
  },
];

/** Of `istioctl analyze`. */
export const EXPECTED_OF_ANALYSIS: readonly Expected[] = [
  {
    said: /^(IST0101 VirtualService|IST0174 DestinationRule) (all|batch|edge)\/\S+ (Referenced host not found: "|The host )[^" ]+\.svc\.example\.local\b/,
    because: 'hosts of a cluster domain of its own, where istioctl knows only cluster.local',
  },
  {
    said: /^IST0109 VirtualService (shipping|tariffs)\/zones /,
    // Source: istio 1.31, pilot/pkg/model/virtualservice.go, SelectVirtualServices; the rows of the mesh show it.
    because: 'routes of a service\'s owner and of a caller that is another team: a sidecar takes those that its own namespace keeps to itself',
  },
  { said: /^IST0101 Gateway (doors\/door|exits\/exit|releases\/door)-\S+ Referenced selector not found: "istio=(door|exit)"/, because: 'pods of a gateway that its owner runs' },
  {
    said: /^IST0(101|174) \w+ (storefront|payments)(-trial|-twin)?\/\S+ (Referenced (credentialName|selector|host) not found: "|The host )((trial-|twin-)?shop-tls|(istio=)?storefront-(in|e)gress)\b/,
    because: 'gateways of the storefront that their owners run, and certificates that something else makes',
  },
  { said: /^IST0127 AuthorizationPolicy (storefront-egress\/exit|outlets\/outlet) /, because: 'waypoints before third parties, whose pods istiod makes' },
  {
    said: /^IST0160 Telemetry (storefront|payments)-twin\/\S+ The Telemetries \[[a-z ]+\] in namespace "\S+" have no workload selector/,
    // Source: istio 1.31, pkg/config/analysis/analyzers/telemetry/selector.go: it does not look at targetRefs.
    because: 'telemetry of single workloads without sidecars, which is about their Services and not about pods',
  },
  {
    said: /^IST0128 DestinationRule exits\/guarded .* has TLS mode set to MUTUAL but no caCertificates/,
    // Source: istio, pkg/config/analysis/analyzers/destinationrule: it asks for caCertificates, which credentialName takes the place of.
    because: 'the authority stands in the Secret of the certificate that a gateway shows',
  },
  { said: /^IST0162 Gateway istio-system\/sentinel /, because: 'the listener by which the run sees that gateways have been told' },
  { said: /^IST0127 AuthorizationPolicy library\/reindex /, because: 'pods of a CronJob, which istioctl does not look for' },
  {
    said: /^IST0(101 Telemetry|127 AuthorizationPolicy) (all|batch|yards)\/(billing|archive|crane|hoist|winch) (Referenced selector not found|No matching workloads)/,
    because: 'machines, which istioctl does not look for',
  },
  { said: /^IST0102 Namespace default /, because: 'a namespace without sidecars, where nothing of ours is' },
  {
    said: /^IST0133 AuthorizationPolicy .* will deny all traffic to TCP ports /,
    because: 'a denial of requests at ports of which nothing is known: if one takes bytes, all of it is denied, which is rather too much than too little',
  },
];
