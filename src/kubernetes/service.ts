import { Construct } from 'constructs';
import { Address, AddressRole } from '../model/address';
import { BackingService } from '../model/backing-service';
import { emit } from '../private/emit';

interface ServiceSpec {
  readonly type: 'ClusterIP';
  readonly clusterIP?: 'None';
  readonly selector: Record<string, string>;
  readonly ports: {
    readonly name: string;
    readonly port: number;
    readonly targetPort: number;
    readonly protocol: 'TCP';
    readonly appProtocol: string;
  }[];
}

/** A Service that selects all versions of the workload, for each that the locator names; ports are named for their protocols, as Istio reads them. */
export function emitServices(scope: Construct, { bindingType, locator }: BackingService): void {
  const byName = new Map<string, Address[]>();
  for (const address of locator.addresses) byName.set(address.service!, [...byName.get(address.service!) ?? [], address]);
  for (const [name, addresses] of byName) {
    emit<ServiceSpec>(scope, {
      apiVersion: 'v1',
      kind: 'Service',
      name,
      namespace: locator.namespace!,
      spec: {
        type: 'ClusterIP',
        clusterIP: addresses[0].headless ? 'None' : undefined,
        selector: locator.podLabels!,
        ports: addresses.map(address => portOf(address, bindingType)),
      },
    });
  }
}

function portOf(address: Address, bindingType: string): ServiceSpec['ports'][number] {
  const { port, targetPort, appProtocol } = address;
  return { name: portName(address, bindingType), port, targetPort, protocol: 'TCP', appProtocol };
}

/** `http`, `grpc`, `tcp-redis`, `http-management`: Istio takes the protocol from the text before the dash. */
function portName({ appProtocol, role }: Address, bindingType: string): string {
  if (role !== AddressRole.PRIMARY) return `${appProtocol}-${role}`;
  return appProtocol === bindingType ? appProtocol : `${appProtocol}-${bindingType}`;
}
