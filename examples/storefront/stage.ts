import { HttpMatch, HttpRoute } from 'cdk8s-backing-services';
import { Proxies } from './proxies';

/** What differs from stage to stage, and nothing else does. */
export interface Stage {
  /** Whether people depend on it. */
  readonly production: boolean;
  /** Who carries the traffic. */
  readonly proxies: Proxies;
  /** Namespace of the shop. */
  readonly namespace: string;
  /** Namespace of those who take money. */
  readonly payments: string;
  /** Name that customers ask for. */
  readonly host: string;
  /** Secret of the gateway's namespace with the certificate of that name. */
  readonly certificate: string;
  /** Host of the card network. */
  readonly cards: string;
  /** Requests to the catalog that fail on purpose. */
  readonly faults: HttpRoute[];
}

// #region stages
/** Whoever sends the header sees the shop without its catalog; in production nobody does. */
const withoutCatalog = HttpRoute.when(HttpMatch.header('x-without', 'catalog')).to('v1', { fault: { abort: { httpStatus: 503, percentage: 100 } } });

export const STAGES: Readonly<Record<string, Stage>> = {
  trial: {
    production: false, proxies: 'sidecars', namespace: 'storefront-trial', payments: 'payments-trial',
    host: 'trial.shop.example.com', certificate: 'trial-shop-tls', cards: 'sandbox.cards.example.com', faults: [withoutCatalog],
  },
  production: {
    production: true, proxies: 'sidecars', namespace: 'storefront', payments: 'payments',
    host: 'shop.example.com', certificate: 'shop-tls', cards: 'api.cards.example.com', faults: [],
  },
  twin: {
    production: true, proxies: 'ambient', namespace: 'storefront-twin', payments: 'payments-twin',
    host: 'twin.shop.example.com', certificate: 'twin-shop-tls', cards: 'api.cards.example.com', faults: [],
  },
};
// #endregion
