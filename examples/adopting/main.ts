import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { adopting, Step } from './adopting';

const app = new App();
adopting(new Chart(app, 'adopting', { namespace: 'library' }), Step.GUARDED);
app.synth();
TopologyDocuments.write(app);
