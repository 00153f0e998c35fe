// Builds the site and looks at it in a browser: `npm run site`. `--strict`: what this machine lacks is a failure. `--shots <folder>`: keeps pictures.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lookAt } from './looks.mjs';
import { Missing, Rows } from './rows.mjs';
import { serve } from './serve.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(HERE, 'dist');
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The browser starts nothing of its own, and asks nobody for anything. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const { values: { strict, shots } } = parseArgs({ options: { strict: { type: 'boolean', default: false }, shots: { type: 'string' } } });
const rows = new Rows('site');

await rows.add('the generator is installed', () => {
  if (existsSync(join(HERE, 'node_modules/.package-lock.json'))) return 'already';
  needs('the npm registry', 'npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  return 'by npm ci';
});
await rows.add('the site is built, and no page links to one that is not there', () => {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: HERE, stdio: 'pipe', env: { ...process.env, SITE_BASE: '/' } });
  return DIST.slice(HERE.length);
});
await rows.add('there is a browser', () => {
  if (!existsSync(BROWSER)) install();
  return BROWSER;
});
if (rows.hold) await look();
process.exitCode = rows.close(strict);

async function look() {
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const server = await serve(DIST);
  const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
  if (shots) mkdirSync(shots, { recursive: true });
  try {
    await lookAt({ rows, browser, dist: DIST, address: server.address, shots });
  } finally {
    await browser.close();
    server.close();
  }
}

function install() {
  if (process.getuid?.() !== 0) throw new Missing(`needs a browser at ${BROWSER}, or at $CHROMIUM: sudo apt-get install chromium`);
  needs('a browser; Debian\'s package chromium', 'apt-get', 'update', '--quiet');
  needs('a browser; Debian\'s package chromium', 'apt-get', 'install', '--yes', '--no-install-recommends', '--quiet', 'chromium');
  if (!existsSync(BROWSER)) throw new Missing(`needs a browser at ${BROWSER}`);
}

function needs(what, program, ...args) {
  try {
    execFileSync(program, args, { cwd: HERE, stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch (error) {
    throw new Missing(`needs ${what}: ${error.message}`);
  }
}
