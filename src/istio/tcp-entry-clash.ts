import { BackingService } from '../model/backing-service';
import { Finding, ITopologyCheck, Severity } from '../model/check';
import { EndpointOrigin } from '../model/service-endpoint';

/** BST609 */
export const tcpEntryClash: ITopologyCheck = {
  code: 'BST609',
  title: 'tcp-entry-clash',
  severity: Severity.ERROR,
  rationale: 'A sidecar knows a TCP connection by address and port. Services outside have no address in the mesh, so two of them on one port '
    + 'share a listener and take each other\'s traffic (istio/istio#57539), unless sidecars answer DNS and hand out addresses.',
  fix: 'switch on DNS capture in the mesh and say so with Mesh.istio({ dnsCapture: true }), or use different ports',
  check: ({ graph }) => {
    const seen = new Map<string, BackingService>();
    const findings: Finding[] = [];
    for (const service of graph.services) {
      if (service.endpoint.origin !== EndpointOrigin.EXTERNAL || service.protocol.name !== 'tcp') continue;
      for (const namespace of graph.consumerNamespacesOf(service)) {
        const place = `${namespace}:${service.endpoint.port}`;
        const other = seen.get(place);
        if (other) findings.push(clash(service, other, namespace));
        seen.set(place, other ?? service);
      }
    }
    return findings;
  },
};

function clash(service: BackingService, other: BackingService, namespace: string): Finding {
  return {
    code: 'BST609',
    severity: Severity.ERROR,
    path: service.node.path,
    problem: `${service.endpoint.host} and ${other.endpoint.host} (${other.node.path}) are TCP on port ${service.endpoint.port} `
      + `outside of the cluster, and namespace ${namespace} uses both`,
    fix: 'switch on DNS capture in the mesh and give Mesh.istio({ dnsCapture: true }), or use different ports',
  };
}
