import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { shop } from './shop';

const app = new App();
shop(new Chart(app, 'shop', { namespace: 'shop' }));
app.synth();
TopologyDocuments.write(app);
