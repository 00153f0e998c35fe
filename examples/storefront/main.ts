import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { STAGES } from './stage';
import { storefront } from './storefront';

const app = new App();
for (const [name, stage] of Object.entries(STAGES)) {
  storefront(new Chart(app, `storefront-${name}`, { namespace: stage.namespace }), stage);
}
app.synth();
TopologyDocuments.write(app);
