import { Finding, ITopologyCheck, Severity } from '../model/check';
import { EndpointOrigin } from '../model/service-endpoint';
import { SharedPlace, sharedPlaces } from './shared-places';

/** BST609 */
export const tcpEntryClash: ITopologyCheck = {
  code: 'BST609',
  title: 'tcp-entry-clash',
  severity: Severity.ERROR,
  rationale: 'A sidecar knows a TCP connection by address and port. Services outside have no address in the mesh, so two of them on one port '
    + 'share a listener and take each other\'s traffic (istio/istio#57539), unless sidecars answer DNS and hand out addresses.',
  fix: 'switch on DNS capture in the mesh and say so with Mesh.istio({ dnsCapture: true }), or use different ports',
  check: ({ graph }) => sharedPlaces(graph, ({ endpoint, protocol }) =>
    endpoint.origin === EndpointOrigin.EXTERNAL && protocol.name === 'tcp' ? String(endpoint.port) : undefined).map(clash),
};

function clash({ service, other, namespace }: SharedPlace): Finding {
  return {
    code: 'BST609',
    severity: Severity.ERROR,
    path: service.node.path,
    problem: `${service.endpoint.host} and ${other.endpoint.host} (${other.node.path}) are TCP on port ${service.endpoint.port} `
      + `outside of the cluster, and namespace ${namespace} uses both`,
    fix: 'switch on DNS capture in the mesh and give Mesh.istio({ dnsCapture: true }), or use different ports',
  };
}
