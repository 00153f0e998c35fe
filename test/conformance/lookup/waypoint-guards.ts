import { Manifest } from '../harness/manifests';
import { Asked } from './asked';
import { Cluster, KnownHost } from './cluster';
import { authorized, Guarding, isVerified } from './guards';
import { Waypoint } from './waypoints';

/** What arrives at a waypoint: for which Service, at which of its ports. */
export interface ArrivingAtWaypoint {
  readonly waypoint: Waypoint;
  readonly known: KnownHost;
  readonly asked: Asked;
  readonly isHttp: boolean;
}

/**
 * What a waypoint does by the policies about the Service that was asked for, about itself and about all waypoints, which are joined. Policies with a selector, or about
 * a namespace, are not its own. Ports are the Service's there, and callers those that called.
 * Sources: https://istio.io/latest/docs/ambient/usage/l4-policy/ (authorization policy attachment);
 * https://istio.io/latest/docs/reference/config/security/authorization-policy/ (targetRefs)
 */
export function guardingAtWaypoint(cluster: Cluster, arriving: ArrivingAtWaypoint): Guarding {
  const { asked, isHttp } = arriving;
  const about = (kind: string) => cluster.ofKind(kind).filter(policy => isAbout(policy, arriving, cluster));
  if (isHttp && asked.token && !isVerified(about('RequestAuthentication'), asked.token)) return 'token refused';
  return authorized(about('AuthorizationPolicy'), { asked, isHttp, port: asked.port });
}

interface TargetRef {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
}

function isAbout({ metadata: { namespace: there }, spec }: Manifest, { waypoint, known }: ArrivingAtWaypoint, { rootNamespace }: Cluster): boolean {
  return (spec.targetRefs as TargetRef[] ?? []).some(({ group = '', kind, name }) => {
    switch (`${group === 'core' ? '' : group}/${kind}`) {
      case '/Service': return there === known.namespace && name === known.service?.name;
      case 'gateway.networking.k8s.io/Gateway': return there === waypoint.namespace && name === waypoint.name;
      case 'gateway.networking.k8s.io/GatewayClass': return there === rootNamespace && name === 'istio-waypoint';
      default: throw new Error(`the evaluation knows no policy about ${kind}`);
    }
  });
}
