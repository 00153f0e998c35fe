import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { STAGES, stages } from './stages';

const stage = process.argv[2] ?? 'dev';

const app = new App();
stages(new Chart(app, `stages-${stage}`, { namespace: 'orders' }), STAGES[stage]);
app.synth();
TopologyDocuments.write(app);
