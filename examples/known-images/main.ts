import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { knownImages } from './known-images';

const app = new App();
knownImages(app);
app.synth();
TopologyDocuments.write(app);
