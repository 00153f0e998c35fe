import { createHash } from 'crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdk8s';

/** Of Linux' clock of processes, on every architecture. Source: proc_pid_stat(5), sysconf(3) _SC_CLK_TCK */
const MILLIS_PER_TICK = 10;

/** One measurement, in a process of its own: `measure.ts calls|mixed declared|by-hand <services> <services per chart>` prints it as JSON. */
const [program, way, services, perChart] = process.argv.slice(2);
// By hand there is no library to load, so it is not loaded there.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const [declare] = Object.values(require(`./${program}/${way}`) as Record<string, (app: App, namespace: string, services: number) => void>);
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
const app = new App({ outdir });
const start = process.hrtime.bigint();
const before = process.cpuUsage();
const threadBefore = threadMillis();
for (let left = Number(services); left > 0; left -= Number(perChart)) declare(app, `bench-${left}`, Math.min(left, Number(perChart)));
app.synth();
const threadMillisUsed = threadMillis() - threadBefore;
const cpuMillis = process.cpuUsage(before).user / 1e3;
const millis = Number(process.hrtime.bigint() - start) / 1e6;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const hash = createHash('sha256');
for (const file of readdirSync(outdir).sort()) hash.update(readFileSync(join(outdir, file)));
rmSync(outdir, { recursive: true });
console.log(JSON.stringify({ millis, threadMillis: threadMillisUsed, cpuMillis, peakMegabytes, sha256: hash.digest('hex') }));

/**
 * What the program's own thread has run in user mode; where the system does not tell, all threads. V8 compiles and collects garbage on others, which
 * nobody waits for while a core is free.
 */
function threadMillis(): number {
  try {
    const [, fields] = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8').split(') ');
    return Number(fields.split(' ')[11]) * MILLIS_PER_TICK;
  } catch {
    return process.cpuUsage().user / 1e3;
  }
}
