import { App, AppProps, Chart } from 'cdk8s';
import { Finding, HttpProvider, HttpService, Mesh, Platform, Secrets } from 'cdk8s-backing-services';
import { Shop, shopIn } from '../istio/shop';

/** What the examples are declared of. */
export interface Declared extends Shop {
  /** The HTTP service of `orders`, whose pods listen on 8080. */
  readonly carts: HttpService;
}

/** Lines of a program: what they say of the shop, and a Platform `platform` of it where it matters what that is told. */
export type Declare = (declared: Declared) => void;

/** What a check finds, and what says the same without it. */
export interface CheckExample {
  readonly code: string;
  /** What has to be known of the program besides its lines. */
  readonly about?: string;
  readonly app?: AppProps;
  readonly bad: Declare;
  readonly good: Declare;
}

/** What is found of such lines, with a mesh and a supplier of secrets unless they say otherwise. */
export function foundIn(declare: Declare, props?: AppProps): Finding[] {
  const chart = new Chart(new App(props), 'shop', { namespace: 'shop' });
  const shop = shopIn(chart);
  const { topology, orders } = shop;
  const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
  declare({ ...shop, carts });
  if (!chart.node.tryFindChild('platform')) new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  return topology.findings;
}
