import { Construct } from 'constructs';
import { Address } from '../model/address';
import { distinct } from '../private/distinct';
import { emit } from '../private/emit';
import { isWildcard } from '../private/host';
import { isIpAddress } from '../private/ip-host';
import { addressLabel, ruledName } from '../traffic/ruled-name';
import { SharedHost } from '../traffic/shared-host';
import { exportToOf } from './export-to';

interface ServiceEntrySpec {
  readonly hosts: string[];
  readonly addresses?: string[];
  readonly exportTo: string[];
  readonly location: 'MESH_EXTERNAL';
  readonly resolution: 'DNS' | 'NONE' | 'STATIC';
  readonly ports: { readonly number: number; readonly name: string; readonly protocol: string; readonly targetPort?: number }[];
  readonly endpoints?: { readonly address: string }[];
}

/** The hosts that have an entry in common, and how it finds what is behind them. */
interface Entry extends Pick<ServiceEntrySpec, 'hosts' | 'addresses' | 'resolution' | 'endpoints'> {
  readonly members: string[];
}

/**
 * Makes a host outside known to the mesh, with the ports of all services at it. Hosts that are known as one, such as brokers, have one entry for all names and
 * one for each IP address, whose connections are told apart by it; all but the first have a name with a dot, as no service's has.
 * Source: https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export function emitServiceEntry(scope: Construct, host: SharedHost, labels?: Record<string, string>): void {
  const [{ service: { locator: { isExternal, endpoints } } }] = host.members;
  if (!isExternal) return;
  const dialled = host.members.flatMap(member => member.dialled);
  const entries = entriesOf(distinct(dialled.map(address => address.host)), endpoints);
  entries.forEach(({ members, ...found }, position) => emit<ServiceEntrySpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    name: position === 0 ? host.name : `${host.name}.${addressLabel(members[0])}`,
    namespace: host.namespace,
    labels,
    spec: {
      hosts: found.hosts,
      addresses: found.addresses,
      exportTo: exportToOf(host),
      location: 'MESH_EXTERNAL',
      resolution: found.resolution,
      ports: portsOf(dialled.filter(address => members.includes(address.host))),
      endpoints: found.endpoints,
    },
  }));
}

/** All names first, then each address. */
function entriesOf(dialled: string[], endpoints: string[] | undefined): Entry[] {
  const names = dialled.filter(host => !isIpAddress(host));
  return [...names.length > 0 ? [byName(names, endpoints)] : [], ...dialled.filter(isIpAddress).map(atAddress)];
}

/** Names are resolved by DNS, but for one whose servers are told; a wildcard cannot be, so it passes by name alone. */
function byName(hosts: string[], endpoints: string[] | undefined): Entry {
  if (endpoints) return { members: hosts, hosts, resolution: 'STATIC', endpoints: endpoints.map(address => ({ address })) };
  return { members: hosts, hosts, resolution: hosts.some(isWildcard) ? 'NONE' : 'DNS' };
}

/** What is dialled, and what is behind it. An entry has a name too, which nobody dials. */
function atAddress(address: string): Entry {
  return { members: [address], hosts: [ruledName(address)], addresses: [address], resolution: 'STATIC', endpoints: [{ address }] };
}

/** One for each port number, named for what travels on it; a second of one protocol carries its number in its name. */
function portsOf(dialled: Address[]): ServiceEntrySpec['ports'] {
  const byNumber = new Map([...dialled].reverse().map(address => [address.port, address]));
  const taken = new Set<string>();
  return distinct(dialled.map(({ port }) => port)).map(number => {
    const { appProtocol, targetPort } = byNumber.get(number)!;
    const name = taken.has(appProtocol) ? `${appProtocol}-${number}` : appProtocol;
    taken.add(name);
    return { number, name, protocol: appProtocol.toUpperCase(), ...targetPort === number ? {} : { targetPort } };
  });
}
