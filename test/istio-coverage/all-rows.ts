import { CoverageRow } from './coverage-row';
import { AMBIENT } from './rows/ambient';
import { BOOKINFO_ROUTES } from './rows/bookinfo-routes';
import { BOOKINFO_SERVICES } from './rows/bookinfo-services';
import { CONNECTIONS } from './rows/connections';
import { EGRESS } from './rows/egress';
import { ENTERING } from './rows/entering';
import { GATEWAY_API } from './rows/gateway-api';
import { GATEWAYS } from './rows/gateways';
import { METRICS } from './rows/metrics';
import { OUTSIDE } from './rows/outside';
import { SECURITY } from './rows/security';
import { SERVICES } from './rows/services';
import { TELEMETRY } from './rows/telemetry';

/** Every row, by the heading that it stands under. */
export const ROWS: Readonly<Record<string, readonly CoverageRow[]>> = {
  'Bookinfo: routes and subsets': BOOKINFO_ROUTES,
  'Bookinfo: Services': BOOKINFO_SERVICES,
  'Other Services': SERVICES,
  'Routes of the Gateway API': GATEWAY_API,
  'A mesh without sidecars': AMBIENT,
  'Connections, breakers and balancing': CONNECTIONS,
  'Gateways': GATEWAYS,
  'Services outside': OUTSIDE,
  'Out through a gateway': EGRESS,
  'Mutual TLS and authorization': SECURITY,
  'Tokens, denial and whoever comes': ENTERING,
  'Traces and access logs': TELEMETRY,
  'Metrics of the mesh': METRICS,
};
