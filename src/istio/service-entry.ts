import { Construct } from 'constructs';
import { Address } from '../model/address';
import { distinct } from '../private/distinct';
import { emit } from '../private/emit';
import { SharedHost } from '../traffic/shared-host';
import { exportToOf } from './export-to';

interface ServiceEntrySpec {
  readonly hosts: string[];
  readonly exportTo: string[];
  readonly location: 'MESH_EXTERNAL';
  readonly resolution: 'DNS' | 'NONE';
  readonly ports: { readonly number: number; readonly name: string; readonly protocol: string; readonly targetPort?: number }[];
}

/**
 * Makes a host outside known to the mesh, with the ports of all services at it. Hosts are resolved by DNS; a wildcard cannot be, so it passes by name alone.
 * Source: https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export function emitServiceEntry(scope: Construct, host: SharedHost): void {
  const [{ service: { locator } }] = host.members;
  if (!locator.isExternal) return;
  const dialled = host.members.flatMap(({ service }) => service.locator.dialled);
  const hosts = distinct(dialled.map(address => address.host));
  emit<ServiceEntrySpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    name: host.name,
    namespace: host.namespace,
    spec: {
      hosts,
      exportTo: exportToOf(host),
      location: 'MESH_EXTERNAL',
      resolution: hosts.some(name => name.startsWith('*')) ? 'NONE' : 'DNS',
      ports: portsOf(dialled),
    },
  });
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
