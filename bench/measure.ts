import { createHash } from 'crypto';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s';

/** One measurement, in a process of its own: `measure.ts declared|by-hand <services>` prints it as JSON. */
const [way, services] = process.argv.slice(2);
// By hand there is no library to load, so it is not loaded there.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const declare: (app: App, services: number) => void = way === 'declared' ? require('./declared').declared : require('./by-hand').byHand;
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
const app = new App({ outdir });
const start = process.hrtime.bigint();
declare(app, Number(services));
app.synth();
const millis = Number(process.hrtime.bigint() - start) / 1e6;
const yaml = readFileSync(join(outdir, 'bench.k8s.yaml'));
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
rmSync(outdir, { recursive: true });
console.log(JSON.stringify({ millis, peakMegabytes, sha256: createHash('sha256').update(yaml).digest('hex') }));
