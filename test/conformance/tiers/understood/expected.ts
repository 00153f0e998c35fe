import { Expected } from '../../harness/expected';

/** The Service that cdk8s-plus makes for a StatefulSet. It is the author's, as its port without a name is; ours all have names. */
const STATEFUL_SET = 'every-option-store-pods-service-c8b385d4';

/** Of `istioctl validate`. */
export const EXPECTED_OF_VALIDATION: readonly Expected[] = [
  { said: /^deployment ".*" may not provide Istio metrics and telemetry labels/, because: 'pods without a label "version": labels are the author\'s' },
  { said: new RegExp(`service "${STATEFUL_SET}/all/:" has an unnamed port`), because: 'the Service of a StatefulSet, which is the author\'s' },
];

/** Of `istioctl analyze`. */
export const EXPECTED_OF_ANALYSIS: readonly Expected[] = [
  { said: new RegExp(`^IST0118 Service all/${STATEFUL_SET} Port name  \\(port: 7001`), because: 'the Service of a StatefulSet, which is the author\'s' },
  {
    said: /^(IST0101 VirtualService|IST0174 DestinationRule) (all|batch|edge)\/\S+ (Referenced host not found: "|The host )[^" ]+\.svc\.example\.local\b/,
    because: 'hosts of a cluster domain of its own, where istioctl knows only cluster.local',
  },
  {
    said: /^IST0109 VirtualService (shipping|tariffs)\/zones /,
    // Source: istio 1.31, pilot/pkg/model/virtualservice.go, SelectVirtualServices; the rows of the mesh show it.
    because: 'routes of a service\'s owner and of a caller that is another team: a sidecar takes those that its own namespace keeps to itself',
  },
  { said: /^IST0102 Namespace default /, because: 'a namespace without sidecars, where nothing of ours is' },
];
