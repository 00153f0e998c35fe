import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { SharedPlace, sharedPlaces } from './shared-places';

/** BST609 */
export const tcpEntryClash = ourCheck<IAppCheck>({
  code: 'BST609',
  title: 'tcp-entry-clash',
  severity: Severity.ERROR,
  rationale: 'A sidecar knows a TCP connection by address and port. Services outside have no address in the mesh, so two of them on one port '
    + 'share a listener and take each other\'s traffic (istio/istio#57539), unless sidecars answer DNS and hand out addresses.',
  fix: 'switch on DNS capture in the mesh and tell Mesh.istio so with its option dnsCapture, or use different ports',
  check: ({ graphs }) => sharedPlaces(graphs, ({ locator: { isExternal, primary } }) =>
    isExternal && primary.appProtocol === 'tcp' ? [String(primary.port)] : []).map(clash),
});

function clash({ service, other, namespace }: SharedPlace): Problem {
  return Problem.of(
    service,
    `${service.locator.primary.host} and ${other.locator.primary.host} (${other.path}) are TCP on port ${service.locator.primary.port} `
      + `outside of the cluster, and namespace ${namespace} uses both`,
    'switch on DNS capture in the mesh and tell Mesh.istio so with its option dnsCapture, or use different ports',
  );
}
