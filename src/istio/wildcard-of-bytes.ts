import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TlsStart } from '../model/tls';
import { isWildcard } from '../private/host';
import { listed } from '../private/topology-error';

/** BST639 */
export const wildcardOfBytes: ITopologyCheck = ourCheck<ITopologyCheck>({
  code: 'BST639',
  title: 'wildcard-of-bytes',
  severity: Severity.ERROR,
  rationale: 'A wildcard outside is known by the name that a request is for, or that a client sends as it starts TLS. Of what else is TCP a sidecar sees an address, and no DNS '
    + 'resolves a wildcard: its listener would take every connection to that port, wherever it leads, and those of other services with it. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution (NONE)',
  fix: 'name the hosts; or, if clients start TLS and all of them send the name of the server, say so by namingServer() of its Tls',

  check: ({ graph }) => graph.services.filter(service => graph.dependenciesOn(service).length > 0).flatMap(service => {
    const hosts = wildcardsOf(service);
    return hosts.length === 0 ? [] : [Problem.of(
      service, `${service.name} is TCP at any name of ${listed(hosts)}, and a mesh tells TCP apart by address`, wayOut(service))];
  }),
});

function wildcardsOf({ locator: { isExternal, dialled } }: BackingService): string[] {
  return isExternal ? dialled.filter(({ host, appProtocol }) => isWildcard(host) && appProtocol === 'tcp').map(({ host }) => host) : [];
}

function wayOut({ locator: { primary: { tls } } }: BackingService): string {
  return tls.start === TlsStart.CLIENT ? 'name the hosts; or, if all clients send the name of the server as they start TLS, say so by namingServer() of its tls' : 'name the hosts';
}
