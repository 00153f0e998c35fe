import { App, Chart } from 'cdk8s';
import { shop } from './shop/shop';
import { twelveFactor } from './twelve-factor/twelve-factor';

/** Declares every example, each in a chart of its own. */
export function declareExamples(app: App): void {
  twelveFactor(new Chart(app, 'twelve-factor', { namespace: 'books' }));
  shop(new Chart(app, 'shop', { namespace: 'shop' }));
}
