import { Address, AddressRole } from '../model/address';
import { BackingService } from '../model/backing-service';
import { grouped } from '../private/grouped';

/** A port that a Kubernetes Service gives out, and the backing service that it is of. @internal */
export interface GivenOut {
  readonly service: BackingService;
  readonly address: Address;
}

/** As long as the name of a Service's port may be: a DNS label. */
const LONGEST = 63;

/**
 * Names that Istio takes the protocol from, by the text before the dash: `http`, `grpc`, `tcp-redis`, `http-management`. Where ports of one Service would
 * share one, each of them is called after its backing service: `grpc-traces`; where that is taken or too long, after its number. No name follows from the order
 * of declaration.
 */
export function portNamesOf(ports: readonly GivenOut[]): string[] {
  const choices = ports.map(({ service, address }) => [
    usualName(address, service.bindingType), ownName(address, service.name), `${address.appProtocol}-${address.port}`,
  ].filter(name => name.length <= LONGEST));
  const chosen = choices.map(([first]) => first);
  for (let same = sharing(chosen); same.length > 0; same = sharing(chosen)) {
    for (const nth of same) chosen[nth] = choices[nth][choices[nth].indexOf(chosen[nth]) + 1] ?? chosen[nth];
  }
  return chosen;
}

/** Positions of names that are there more than once. The last choice of two ports never is. */
function sharing(names: readonly string[]): number[] {
  const positions = grouped(names.map((name, nth) => ({ name, nth })), ({ name }) => name);
  return [...positions.values()].filter(({ length }) => length > 1).flat().map(({ nth }) => nth);
}

function usualName({ appProtocol, role }: Address, bindingType: string): string {
  if (role !== AddressRole.PRIMARY) return `${appProtocol}-${role}`;
  return appProtocol === bindingType ? appProtocol : `${appProtocol}-${bindingType}`;
}

function ownName({ appProtocol, role }: Address, id: string): string {
  return role === AddressRole.PRIMARY ? `${appProtocol}-${id}` : `${appProtocol}-${id}-${role}`;
}
