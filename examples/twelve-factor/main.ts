import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { twelveFactor } from './twelve-factor';

const app = new App();
twelveFactor(new Chart(app, 'twelve-factor', { namespace: 'books' }));
app.synth();
TopologyDocuments.write(app);
