import { App, Chart } from 'cdk8s';
import { destinationRule, identity, networkPolicy, outliers, route, service, toWorkload, virtualService } from '../manifests';

/** The same objects in the same order, each spelled out with stock cdk8s. */
export function byHand(app: App, namespace: string, services: number): void {
  const chart = new Chart(app, namespace, { namespace });
  const all = Array.from({ length: services }, (_, i) => i);
  for (const i of all) service(chart, i);
  for (const i of all) traffic(chart, i);
  for (const i of all) identity(chart, i, callersOf(i));
  for (const i of all) {
    const callees = [i + 1, i + 2].filter(callee => callee < services);
    networkPolicy(chart, i, callersOf(i), callees.map(callee => toWorkload(chart, callee)));
  }
}

export function traffic(chart: Chart, i: number): void {
  const called = i > 0;
  virtualService(chart, i, [route(chart, i, 'all', called ? '5s' : undefined)]);
  destinationRule(chart, i, called ? outliers(5, '60s') : undefined);
}

export function callersOf(i: number): number[] {
  return [i - 2, i - 1].filter(caller => caller >= 0);
}
