import { Chart } from 'cdk8s';
import { App, TopologyDocuments } from 'cdk8s-backing-services';
import { opentelemetryDemo, STAGES } from './opentelemetry-demo';

const app = new App();
for (const [stage, providers] of Object.entries(STAGES)) {
  opentelemetryDemo(new Chart(app, `opentelemetry-demo-${stage}`, { namespace: `otel-demo-${stage}` }), providers);
}
app.synth();
TopologyDocuments.write(app);
