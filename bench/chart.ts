import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { ROOT } from '../build-tools/files';
import { HELM } from '../test/conformance/toolbox/helm';
import { byHand } from './calls/by-hand';
import { foreign, Foreign } from './child';
import { eachChart } from './measurement';
import { nameOf } from './names';

const TEMPLATES = join(ROOT, 'bench/chart');

/** `helm template` of a chart that renders the objects of calls/by-hand.ts, from values that a team would keep: services, and who calls whom. */
export async function helmTemplate(services: number, charts: number): Promise<Foreign> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-helm-'));
  const values = join(folder, 'values.json');
  const output = join(folder, 'objects.yaml');
  writeFileSync(values, JSON.stringify({ namespaces: namespaces(services, charts) }));
  try {
    const took = await foreign(HELM.path('bin/helm'), ['template', 'bench', TEMPLATES, '--values', values], output);
    if (services <= 1000) assertSameObjects(readFileSync(output, 'utf8'), services, charts);
    return took;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function namespaces(services: number, charts: number): object[] {
  const made: object[] = [];
  eachChart(services, charts, (name, size) => made.push({ name, services: Array.from({ length: size }, (_, i) => serviceOf(i, size)) }));
  return made;
}

function serviceOf(i: number, size: number): object {
  const workloads = (...numbers: number[]) => numbers.filter(number => number >= 0 && number < size).map(number => nameOf('w', number));
  return { name: nameOf('s', i), workload: nameOf('w', i), callers: workloads(i - 2, i - 1), callees: workloads(i + 1, i + 2) };
}

/** helm sorts by kind, and does not sort keys. */
function assertSameObjects(yaml: string, services: number, charts: number): void {
  const app = new App();
  eachChart(services, charts, (namespace, size) => byHand(app, namespace, size));
  const [ours, theirs] = [app.synthYaml(), yaml].map(text => loadAll(text).filter(Boolean).map(object => JSON.stringify(sorted(object))).sort());
  const unlike = ours.findIndex((object, i) => object !== theirs[i]);
  if (ours.length !== theirs.length || unlike >= 0) throw new Error(`the chart renders other objects: ${theirs[unlike]} instead of ${ours[unlike]}`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
}
