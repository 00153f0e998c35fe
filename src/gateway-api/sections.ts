import { GatewayListener } from '../model/gateway-listener';
import { ANY_HOST } from '../model/listener-host';
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
