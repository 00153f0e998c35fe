import { App, Chart } from 'cdk8s';
import 'cdk8s-plus-28';

/** What every app of cdk8s-plus pays. */
export function empty(app: App): void {
  new Chart(app, 'empty');
}
