import { createHash } from 'crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { App } from 'cdk8s';
import { eachChart, Measurement } from './measurement';

/**
 * One way to write the YAML of a program, in a process of its own. `measure.js calls/declared cdk8s-backing-services 5000 20` declares 5,000 services in
 * 20 charts with the App of that package, and prints what the process took as JSON. With `--made` the YAML is not written: objects are made and checked.
 */
const [program, appFrom, services, charts, made] = process.argv.slice(2);
// By hand there is no library to load, so it is not loaded there.
/* eslint-disable @typescript-eslint/no-require-imports */
const [declare] = Object.values(require(`./${program}`) as Record<string, (app: App, namespace: string, services: number) => void>);
const { App: AppOfWay } = require(appFrom) as typeof import('cdk8s');
/* eslint-enable @typescript-eslint/no-require-imports */

const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
const app = new AppOfWay({ outdir });
const before = process.cpuUsage();
eachChart(Number(services), Number(charts), (namespace, size) => declare(app, namespace, size));
if (made) app.node.findAll().forEach(({ node }) => node.validate());
const madeIn = process.cpuUsage(before);
if (!made) app.synth();

const { user, system } = process.cpuUsage();
const measurement: Measurement = {
  seconds: (user + system) / 1e6,
  makingSeconds: (madeIn.user + madeIn.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  modules: Object.keys(require.cache).length,
  sha256: digest(),
};
rmSync(outdir, { recursive: true });
console.log(JSON.stringify(measurement));

function digest(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(outdir).sort()) hash.update(readFileSync(join(outdir, file)));
  return hash.digest('hex');
}
