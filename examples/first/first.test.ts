import { spawnSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const folder = mkdtempSync(join(tmpdir(), 'first-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the program of the first page runs as it stands, and nothing is found', () => {
  const tsx = join(__dirname, '../../node_modules/tsx/dist/cli.mjs');
  const { stderr, status } = spawnSync(process.execPath, [tsx, '--tsconfig', '../tsconfig.json', 'main.ts'], {
    cwd: __dirname, encoding: 'utf8', env: { ...process.env, CDK8S_OUTDIR: folder },
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(readdirSync(folder).sort()).toEqual(['shop.k8s.yaml', 'shop.shop.mmd', 'shop.shop.topology.json']);
  const yaml = readFileSync(join(folder, 'shop.k8s.yaml'), 'utf8');
  for (const kind of ['VirtualService', 'AuthorizationPolicy', 'NetworkPolicy', 'KafkaTopic', 'KafkaUser', 'ExternalSecret']) expect(yaml).toContain(`kind: ${kind}\n`);
  expect(yaml).not.toMatch(/^kind: Secret$/m);
});
