import { GatewayListener } from '../model/gateway-listener';
import { ANY_HOST, isWithin } from '../model/listener-host';
import { hostWords } from '../private/host';
import { shortened } from '../private/shortened';
import { hostLabel } from '../traffic/ruled-name';

/** As long as the name of a listener may be. */
const LONGEST = 253;

/** The name of the listener for one host, by what it takes, so that no other listener renames it. */
export function sectionNameOf({ protocol, port }: GatewayListener, host: string): string {
  const ofHost = host === ANY_HOST ? [] : [hostWords(hostLabel(host))];
  return shortened([protocol.toLowerCase(), port, ...ofHost].join('-'), LONGEST);
}

/** Of the hosts that a listener is for, the one that names a host most closely. */
export function nearestHostOf({ hosts }: GatewayListener, host: string): string {
  const wide = hosts.filter(wider => isWithin(host, wider));
  return wide.sort((a, b) => closenessOf(b, host) - closenessOf(a, host))[0];
}

function closenessOf(wider: string, host: string): number {
  return wider === host ? Infinity : wider === ANY_HOST ? 0 : wider.length;
}
