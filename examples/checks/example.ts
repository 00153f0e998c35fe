import { App, AppProps, Chart } from 'cdk8s';
import { Finding, HttpProvider, HttpService, IPods, Mesh, Platform, Pods, Secrets, Topology } from 'cdk8s-backing-services';
import { Shop, shopIn } from '../istio/shop';

/** What the examples are declared of. */
export interface Declared extends Shop {
  /** The HTTP service of `orders`, whose pods listen on 8080. */
  readonly carts: HttpService;
  /** The pods of a gateway that somebody installed. */
  readonly gatewayPods: IPods;
}

const GATEWAY_PODS = Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'gateway' });

/** Lines of a program: what they say of the shop, and a Platform `platform` of it where it matters what that is told. */
export type Declare = (declared: Declared) => void;

/** What a code is answered of, and what says the same without it. */
export interface CheckExample {
  readonly code: string;
  /** What has to be known of the program besides its lines. */
  readonly about?: string;
  readonly app?: AppProps;
  readonly bad: Declare;
  readonly good: Declare;
  /** What cannot but be found in the bad lines too. */
  readonly also?: readonly string[];
}

/** What a program is answered: a finding, or the refusal of a call. */
export interface Answer {
  readonly code: string;
  readonly text: string;
}

/** What such lines are answered: the refusal of one, or whatever is found of them all. */
export function answersTo(declare: Declare, props?: AppProps): Answer[] {
  try {
    return foundIn(declare, props).map(({ code, path, problem, fix }) => ({ code, text: `${code} ${path}: ${problem}; ${fix}` }));
  } catch (error) {
    const text = (error as Error).message;
    const [code] = /^BST\d{3}(?= )/.exec(text) ?? [];
    if (code === undefined) throw error;
    return [{ code, text }];
  }
}

/** What is found of such lines; each topology that they give no Platform has one with a mesh and a supplier of secrets. */
function foundIn(declare: Declare, props?: AppProps): Finding[] {
  const app = new App(props);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const shop = shopIn(chart);
  const carts = new HttpService(shop.topology, 'carts', { provider: HttpProvider.workload(shop.orders, { targetPort: 8080 }) });
  declare({ ...shop, carts, gatewayPods: GATEWAY_PODS });
  const topologies = app.node.findAll().filter((construct): construct is Topology => 'findings' in construct);
  for (const topology of topologies) {
    const scope = topology.node.scope!;
    if (!scope.node.tryFindChild('platform')) new Platform(scope, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  }
  return topologies.flatMap(({ findings }) => findings);
}
