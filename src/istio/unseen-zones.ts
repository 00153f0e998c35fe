import { BackingService } from '../model/backing-service';
import { EnforcementAnswer } from '../model/enforcement';
import { IstioTarget } from './istio-target';

/**
 * Why zones are not looked at though a service asks for it; undefined if they are, or if it does not ask. What is hashed has one endpoint, wherever it is.
 * Sources: istio, pilot/pkg/networking/core/loadbalancer/loadbalancer.go (`ZoneAwareLBSettings`), https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/zone_aware
 */
export function unseenZones({ name, loadBalancing }: BackingService, { selfDiscovery }: IstioTarget): EnforcementAnswer | undefined {
  if (loadBalancing?.locality?.isZoneAware !== true) return undefined;
  if (loadBalancing.readsRequests || loadBalancing.byAddress) {
    return EnforcementAnswer.cannot(`requests to ${name} go where a hash of theirs leads, whatever zone that is in`, 'use LoadBalancing.leastRequest(), roundRobin() or random() with Locality.zoneAware()');
  }
  return selfDiscovery ? undefined : EnforcementAnswer.cannot(
    `callers of ${name} share the endpoints of a zone by how many they are there, which proxies do not know without discovery of themselves`,
    'set ISTIO_META_ENABLE_SELF_DISCOVERY in proxyMetadata of MeshConfig, and give the mesh selfDiscovery true; or use Locality.NEAREST',
  );
}
