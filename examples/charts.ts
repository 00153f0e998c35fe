import { App, Chart } from 'cdk8s';
import { adopting, Step } from './adopting/adopting';
import { knownImages } from './known-images/known-images';
import { onlineBoutique, STAGES as BOUTIQUE } from './online-boutique/online-boutique';
import { opentelemetryDemo, STAGES as DEMO } from './opentelemetry-demo/opentelemetry-demo';
import { shop } from './shop/shop';
import { STAGES as ORDERS, stages } from './stages/stages';
import { STAGES as STOREFRONT } from './storefront/stage';
import { storefront } from './storefront/storefront';
import { twelveFactor } from './twelve-factor/twelve-factor';

/** Declares every example, each in a chart of its own, and known systems in one for each stage. */
export function declareExamples(app: App): void {
  twelveFactor(new Chart(app, 'twelve-factor', { namespace: 'books' }));
  shop(new Chart(app, 'shop', { namespace: 'shop' }));
  for (const [stage, providers] of Object.entries(BOUTIQUE)) {
    onlineBoutique(new Chart(app, `online-boutique-${stage}`, { namespace: `boutique-${stage}` }), providers);
  }
  for (const [stage, providers] of Object.entries(DEMO)) {
    opentelemetryDemo(new Chart(app, `opentelemetry-demo-${stage}`, { namespace: `otel-demo-${stage}` }), providers);
  }
  for (const [stage, providers] of Object.entries(ORDERS)) stages(new Chart(app, `stages-${stage}`, { namespace: `orders-${stage}` }), providers);
  for (const [name, stage] of Object.entries(STOREFRONT)) storefront(new Chart(app, `storefront-${name}`, { namespace: stage.namespace }), stage);
  knownImages(app);
  adopting(new Chart(app, 'adopting', { namespace: 'library' }), Step.GUARDED);
}
