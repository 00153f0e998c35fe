import { createHash } from 'crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s';

/** Stock cdk8s overflows the stack above some 100,000 objects in a file: it passes them to one function call. */
const SERVICES_PER_CHART = 10_000;

/** One measurement, in a process of its own: `measure.ts declared|by-hand <services>` prints it as JSON. */
const [way, text] = process.argv.slice(2);
// By hand there is no library to load, so it is not loaded there.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const declare = (way === 'declared' ? require('./declared').declared : require('./by-hand').byHand) as (app: App, namespace: string, services: number) => void;
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
const app = new App({ outdir });
const start = process.hrtime.bigint();
for (let left = Number(text); left > 0; left -= SERVICES_PER_CHART) declare(app, `bench-${left}`, Math.min(left, SERVICES_PER_CHART));
app.synth();
const millis = Number(process.hrtime.bigint() - start) / 1e6;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const hash = createHash('sha256');
for (const file of readdirSync(outdir).sort()) hash.update(readFileSync(join(outdir, file)));
rmSync(outdir, { recursive: true });
console.log(JSON.stringify({ millis, peakMegabytes, sha256: hash.digest('hex') }));
