import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../build-tools/files';
import { KNOWN_IMAGES } from '../../examples/known-images/known-images';

const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const PROGRAM = ['--tsconfig', join(ROOT, 'examples/tsconfig.json'), join(ROOT, 'examples/main.ts')];

interface Run {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

const ABROAD = { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
const WITHOUT_PROTO = { NODE_OPTIONS: '--disable-proto=throw' };
const run = promisify(execFile);
let folder: string;

/** Runs Node in a process of its own; what is not said is the same for all runs. */
async function node(args: string[], { env, cwd = ROOT }: Run): Promise<string> {
  const { PATH, HOME } = process.env;
  const { stdout } = await run(process.execPath, args, { cwd, env: { PATH, HOME, TZ: 'UTC', LANG: 'C', LC_ALL: 'C', ...env } });
  return stdout;
}

/** The files that the examples' program writes, by name. */
async function written(name: string, options: Run): Promise<Record<string, string>> {
  const out = join(folder, name);
  await node([TSX, ...PROGRAM], { ...options, env: { ...options.env, CDK8S_OUTDIR: out } });
  return Object.fromEntries(readdirSync(out).sort().map(file => [file, readFileSync(join(out, file), 'utf8')]));
}

describe('the same declaration, the same bytes', () => {
  let plain: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'determinism-'));
    plain = await written('plain', {});
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the examples write manifests, diagrams and topologies', () => {
    const stages = ['online-boutique', 'opentelemetry-demo'].flatMap(name => ['dev', 'prod'].map(stage => [`${name}-${stage}`, name]));
    const orders = ['dev', 'production', 'test'].map(stage => [`stages-${stage}`, 'orders']);
    const images = Object.keys(KNOWN_IMAGES).map(name => [`known-images-${name}`, name]);
    const mesh = ['production', 'trial', 'twin'].map(stage => [`storefront-${stage}`, 'storefront']);
    const examples = [['adopting', 'library'], ...images, ...stages, ['shop', 'shop'], ...orders, ...mesh, ['twelve-factor', 'books']];
    expect(Object.keys(plain)).toEqual(examples.flatMap(([chart, topology]) => (
      [`${chart}.k8s.yaml`, `${chart}.${topology}.mmd`, `${chart}.${topology}.topology.json`])).sort());
    expect(Object.entries(plain).filter(([, text]) => text.length < 100)).toEqual([]);
  });

  test.each<[string, Run]>([
    ['in another time zone and a Turkish locale', { env: ABROAD }],
    ['from another working directory', { cwd: tmpdir() }],
    ['without Object.prototype.__proto__', { env: WITHOUT_PROTO }],
  ])('%s', async (name, options) => {
    expect(await written(name, options)).toEqual(plain);
  }, 120_000);

  test('the processes do run in that time zone and locale, and without __proto__', async () => {
    const script = 'const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions(); console.log(timeZone, locale)';
    expect((await node(['-e', script], { env: ABROAD })).trim()).toMatch(/^Asia\/(Kolkata|Calcutta) tr-TR$/);
    await expect(node(['-e', '({}).__proto__'], { env: WITHOUT_PROTO })).rejects.toThrow('ERR_PROTO_ACCESS');
  });

  test('no text of this machine is in them', () => {
    for (const text of Object.values(plain)) {
      expect(text).not.toContain(ROOT);
      expect(text).not.toContain(process.env.HOME ?? ROOT);
    }
  });
});
