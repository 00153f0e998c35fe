import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { declareExamples } from './charts';

const app = new App();
declareExamples(app);

app.synth();
TopologyDocuments.write(app);
