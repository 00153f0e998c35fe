import { ACCESS } from './access';
import { EDGE } from './edge';
import { GATEWAY_API } from './gateway-api';
import { IDENTITY } from './identity';
import { OUTSIDE } from './outside';
import { Piece } from './piece';
import { PROTOCOLS } from './protocols';
import { RESILIENCE } from './resilience';
import { ROUTES } from './routes';
import { TELEMETRY } from './telemetry';
import { WITHOUT_SIDECARS } from './without-sidecars';

/** Everything that is shown, by the heading that it stands below. */
export const PIECES: Readonly<Record<string, readonly Piece[]>> = {
  'Traffic': [...ROUTES, ...RESILIENCE, ...PROTOCOLS],
  'Identity and access': [...IDENTITY, ...ACCESS],
  'Edge': [...EDGE, ...GATEWAY_API, ...OUTSIDE],
  'Without sidecars': WITHOUT_SIDECARS,
  'Telemetry': TELEMETRY,
};
