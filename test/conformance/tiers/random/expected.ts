import { Expected } from '../../harness/expected';

/** Of `istioctl validate`. */
export const EXPECTED_OF_VALIDATION: readonly Expected[] = [
  { said: /^\w+ ".*" may not provide Istio metrics and telemetry labels/, because: 'pods without a label "version": labels are the author\'s' },
  {
    said: /AuthorizationPolicy\/\S+: configured AuthorizationPolicy will deny all traffic to TCP ports /,
    because: 'a denial of requests at ports of which nothing is known: if one takes bytes, all of it is denied, which is rather too much than too little',
  },
];

/** Of `istioctl analyze`. */
export const EXPECTED_OF_ANALYSIS: readonly Expected[] = [
  {
    said: new RegExp('^(IST0101 VirtualService|IST0174 DestinationRule) \\S+ (Referenced (mirror )?host(\\+subset in destinationrule)? not found: "|The host )'
      + '[^" ]+\\.svc\\.(example\\.local|cluster\\.example\\.com|c1)\\b'),
    because: 'hosts of a cluster domain of its own, where istioctl knows only cluster.local',
  },
  {
    said: /^IST0137 Deployment /,
    // Source: istio, pilot/pkg/networking/core/listener_inbound.go: the older Service decides for both, and here both say the same.
    because: 'two services of one protocol on one port of their pods',
  },
  {
    said: /^IST0128 DestinationRule \S+ .* has TLS mode set to MUTUAL but no caCertificates/,
    // Source: istio, pkg/config/analysis/analyzers/destinationrule: it asks for caCertificates, which credentialName takes the place of.
    because: 'the authority stands in the Secret of the certificate that a gateway shows',
  },
  {
    said: /^IST0171 Gateway \S+ A condition with a negative status is present: type=Programmed, reason=AddressNotUsable/,
    because: 'the run has no controller that gives the Services of gateways an address',
  },
  { said: /^IST0101 Gateway \S+ Referenced credentialName not found: "shop-tls"/, because: 'certificates of gateways, which something else makes' },
  { said: /^IST0101 VirtualService \S+ Referenced gateway not found: "[^"]*\/public"/, because: 'a Gateway that is there, which somebody else has' },
  { said: /^(IST0138|IST0145) Gateway /, because: 'one cluster holds all programs, whose gateways have the same labels, and certificates of one name, in namespaces of their own' },
  { said: /^IST0132 VirtualService .* not found in Gateway \S+\/public\./, because: 'a Gateway that is there, which somebody else has' },
  { said: /^IST0127 AuthorizationPolicy r\d+-\d+-root\/allow-nothing /, because: 'policies of a mesh whose root namespace istioctl does not know' },
  { said: /^IST0140 VirtualService /, because: 'what is exposed with routes of its own does not follow those of the service' },
  { said: /^IST0157 Telemetry .* with empty providers/, because: 'the mesh has a provider of its own, which istioctl does not know' },
  {
    said: /^IST0160 Telemetry .* have no workload selector/,
    // Source: istio, pkg/config/analysis/analyzers/telemetry (DefaultSelectorAnalyzer): it asks for a selector, which targetRefs take the place of.
    because: 'telemetry about Services, which is no telemetry of a namespace',
  },
  { said: /^IST0162 Gateway /, because: 'Services of gateways, which their owners make' },
  { said: /^IST0102 Namespace default /, because: 'a namespace without sidecars, where nothing of ours is' },
  { said: /^IST0101 AuthorizationPolicy \S+ Referenced namespace not found: "(a|b|r\d+-\d+-t\d+-peer-[^"]*)"/, because: 'namespaces of somebody else' },
  {
    said: /^IST0133 AuthorizationPolicy .* will deny all traffic to TCP ports /,
    because: 'a denial of requests at ports of which nothing is known: if one takes bytes, all of it is denied, which is rather too much than too little',
  },
];
