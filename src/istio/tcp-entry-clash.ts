import { Address } from '../model/address';
import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { isWildcard } from '../private/host';
import { isIpAddress } from '../private/ip-host';
import { SharedPlace, sharedPlaces } from './shared-places';

const CAPTURE = 'switch on DNS capture in the mesh and tell Mesh.istio so with its option dnsCapture';
const WITHIN = `${CAPTURE}, or give the IP addresses of its servers`;
const FIX = `${CAPTURE}, or use different ports`;

/** BST609 */
export const tcpEntryClash = ourCheck<IAppCheck>({
  code: 'BST609',
  title: 'tcp-entry-clash',
  severity: Severity.ERROR,
  rationale: 'A sidecar knows a TCP connection by address and port. Services outside that are declared by name have no address in the mesh, so two of them on one port '
    + 'share a listener and take each other\'s traffic (istio/istio#57539), unless sidecars answer DNS and hand out addresses. TLS is TCP to it where clients do not '
    + 'send the name of the server, as many of Redis do not.',
  fix: 'switch on DNS capture in the mesh and tell Mesh.istio so with its option dnsCapture, or use different ports',
  check: ({ graphs }) => [
    ...graphs.flatMap(({ services }) => services.flatMap(clashWithin)),
    ...sharedPlaces(graphs, service => bytesOf(service).map(({ port }) => String(port))).filter(isOfTwoHosts).map(problemOf),
  ],
});

function problemOf({ service, other, namespace, place }: SharedPlace): Problem {
  return Problem.of(
    service,
    `${hostAt(service, place)} and ${hostAt(other, place)} (${other.path}) are TCP on port ${place} outside of the cluster, and namespace ${namespace} uses both`,
    FIX,
  );
}

/** What is at one host is meant to have one listener. */
function isOfTwoHosts({ service, other, place }: SharedPlace): boolean {
  return hostAt(service, place) !== hostAt(other, place);
}

/** The addresses of a service outside at which a sidecar sees nothing but bytes, and knows no IP address either; of a wildcard there never is one (BST639). */
function bytesOf({ locator: { isExternal, dialled } }: BackingService): Address[] {
  return isExternal ? dialled.filter(({ appProtocol, host }) => appProtocol === 'tcp' && !isIpAddress(host) && !isWildcard(host)) : [];
}

function hostAt(service: BackingService, port: string): string {
  return bytesOf(service).find(address => String(address.port) === port)!.host;
}

/** A second host of one service is a second server: what reads would write, or the other way round. */
function clashWithin(service: BackingService): Problem[] {
  const first = new Map<number, Address>();
  return bytesOf(service).flatMap(address => {
    const other = first.get(address.port) ?? address;
    first.set(address.port, other);
    return other.host === address.host ? [] : [Problem.of(
      service, `${other.host} and ${address.host}, both of ${service.name}, are TCP on port ${address.port} outside of the cluster`, WITHIN)];
  });
}
