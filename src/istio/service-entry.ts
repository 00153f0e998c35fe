import { Construct } from 'constructs';
import { EndpointOrigin } from '../model/service-endpoint';
import { emit } from '../private/emit';
import { MeshHost } from './mesh-host';

interface ServiceEntrySpec {
  readonly hosts: string[];
  readonly exportTo: string[];
  readonly location: 'MESH_EXTERNAL';
  readonly resolution: 'DNS' | 'NONE';
  readonly ports: { readonly number: number; readonly name: string; readonly protocol: string; readonly targetPort?: number }[];
}

/**
 * Makes a service outside known to the mesh. Hosts are resolved by DNS; a wildcard cannot be, so it passes by name alone.
 * Source: https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export function emitServiceEntry(scope: Construct, host: MeshHost): void {
  const { endpoint, protocol } = host.service;
  if (endpoint.origin !== EndpointOrigin.EXTERNAL) return;
  const hosts = [host.host, ...endpoint.moreHosts ?? []];
  const target = endpoint.targetPort ?? endpoint.port;
  emit<ServiceEntrySpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    name: host.name,
    namespace: host.namespace,
    spec: {
      hosts,
      exportTo: host.exportTo,
      location: 'MESH_EXTERNAL',
      resolution: hosts.some(name => name.startsWith('*')) ? 'NONE' : 'DNS',
      ports: [{
        number: endpoint.port,
        name: protocol.name,
        protocol: protocol.name.toUpperCase(),
        ...target === endpoint.port ? {} : { targetPort: target },
      }],
    },
  });
}
