import { App, Chart } from 'cdk8s';
import { MermaidDiagram, TopologyDocuments } from 'cdk8s-backing-services';
import { firstService } from './first-service';

/** What a pull request should show of a topology: who depends on whom and how, and what was accepted. */
export function picture(): string {
  // #region picture
  const chart = new Chart(new App(), 'hello', { namespace: 'hello' });
  const document = TopologyDocuments.of(firstService(chart));
  return MermaidDiagram.render(document);
  // #endregion
}
