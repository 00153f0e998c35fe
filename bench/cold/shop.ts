import { App, Chart } from 'cdk8s';
import { shop as declareShop } from '../../examples/shop/shop';

/** The smallest program of examples/ that a team could run. */
export function shop(app: App): void {
  declareShop(new Chart(app, 'shop', { namespace: 'shop' }));
}
