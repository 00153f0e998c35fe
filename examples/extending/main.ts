import { writeFileSync } from 'fs';
import { join } from 'path';
import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { consumersTable } from './consumers-table';
import { billing, caches } from './extending';

const app = new App();
caches(new Chart(app, 'extending', { namespace: 'acme' }));
const topology = billing(new Chart(app, 'extending-billing', { namespace: 'acme' }));
app.synth();
TopologyDocuments.write(app);
writeFileSync(join(app.outdir, 'consumers.md'), consumersTable(TopologyDocuments.of(topology)));
