import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { onlineBoutique, STAGES } from './online-boutique';

const app = new App();
for (const [stage, providers] of Object.entries(STAGES)) {
  onlineBoutique(new Chart(app, `online-boutique-${stage}`, { namespace: `boutique-${stage}` }), providers);
}
app.synth();
TopologyDocuments.write(app);
