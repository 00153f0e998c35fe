import { Dependency } from '../model/dependency';
import { IGateway } from '../model/gateway-interface';
import { Relay } from '../model/relay';
import { hostWords } from '../private/host';
import { shortenedLabel } from '../private/shortened';

/** A gateway that callers of a host are sent to. @internal */
export interface Hop {
  readonly relay: Relay;
  /** Fully qualified, of the gateway's Service. */
  readonly host: string;
  /** Port of the gateway's Service. */
  readonly port: number;
  /** Name of what is said of connections there that are for this host. */
  readonly subset: string;
  /** The gateway's own way to the host, where the objects about it are in this namespace. */
  readonly onwards?: Dependency;
}

interface Situation {
  readonly relay?: Relay;
  /** Who depends on the service, of those that the objects in one namespace are for. */
  readonly here: readonly Dependency[];
  readonly clusterDomain: string;
}

/** Where callers of a host are sent, if a gateway relays it. */
export function hopTo(host: string, { relay, here, clusterDomain }: Situation): Hop | undefined {
  if (relay === undefined) return undefined;
  const { gateway, said: { port }, service } = relay;
  return {
    relay, port,
    host: gatewayHostOf(gateway, clusterDomain),
    subset: shortenedLabel(`${hostWords(host)}-${service.locator.dialled.find(address => address.host === host)!.port}`),
    onwards: here.find(({ source }) => source === gateway),
  };
}

/** The Service before the pods of a gateway. */
export function gatewayHostOf({ service, namespace }: IGateway, clusterDomain: string): string {
  return `${service}.${namespace}.svc.${clusterDomain}`;
}
