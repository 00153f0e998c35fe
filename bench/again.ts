import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s-backing-services';
import { declared } from './calls/declared';
import { eachChart } from './measurement';

/** A second synthesis of an app that has not changed: `again.js 5000 20` prints what it takes, in times of the first. */
const [services, charts] = process.argv.slice(2).map(Number);
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
const app = new App({ outdir });
eachChart(services, charts, (namespace, size) => declared(app, namespace, size));
const [first, second] = [1, 2].map(() => {
  const before = process.cpuUsage();
  app.synth();
  const { user, system } = process.cpuUsage(before);
  return user + system;
});
rmSync(outdir, { recursive: true });
console.log(JSON.stringify(second / first));
