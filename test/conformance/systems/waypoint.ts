/** With it istiod tells waypoints what to do. */
export const AMBIENT = { PILOT_ENABLE_AMBIENT: 'true' };

/** The newest version of a waypoint that istiod tells of nothing that only Istio's build of Envoy has, but for two filters. Source: Istio, pilot/pkg/networking/core/listener_waypoint.go */
export const OLDER_WAYPOINT = { ISTIO_META_ISTIO_VERSION: '1.29.1' };

/** Takes what Envoy of its own makers lacks out of the bootstrap template; every waypoint's has it. */
export function withoutMetadataDiscovery(template: string): string {
  return template.replace(/\{\{- if \.metadata_discovery \}\}\s*\{\s*"name": "metadata_discovery",.*?\{\{- end \}\}/s, '');
}

/** Takes the two filters out of every waypoint; they know pods for metrics, which are not looked at. */
export const PLAIN_WAYPOINTS = {
  apiVersion: 'networking.istio.io/v1alpha3',
  kind: 'EnvoyFilter',
  metadata: { name: 'plain-waypoints', namespace: 'istio-system' },
  spec: {
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'GatewayClass', name: 'istio-waypoint' }],
    configPatches: ['waypoint_downstream_peer_metadata', 'waypoint_upstream_peer_metadata'].map(name => ({
      applyTo: 'HTTP_FILTER',
      match: { listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name } } } } },
      patch: { operation: 'REMOVE' },
    })),
  },
};
