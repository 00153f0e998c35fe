import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Duration, YamlOutputType } from 'cdk8s';
import { HttpProvider, HttpService, Mesh, Platform, Pods, Topology, Workload } from '../../src';

const OUTSIDE = HttpProvider.external('https://bank.example.com');

/** A service of somebody else that is called from two namespaces: some objects about it exist in both, under one name if it is declared once. */
function calledFromTwo(yamlOutputType?: YamlOutputType, outdir?: string, { provider = OUTSIDE, ids = ['bank', 'bank'] } = {}) {
  const app = new App({ yamlOutputType, outdir });
  const chart = new Chart(app, 'chart', { namespace: 'a' });
  const topology = new Topology(chart, 'shop');
  const banks = new Map([...new Set(ids)].map(id => [id, new HttpService(topology, id, { provider })]));
  for (const [i, namespace] of ['a', 'b'].entries()) {
    new Workload(topology, `in-${namespace}`, { namespace, pods: Pods.fromLabels({ labels: { app: namespace }, serviceAccountName: namespace }) }).calls(banks.get(ids[i])!, { timeout: Duration.seconds(1) });
  }
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return { app, chart, topology };
}

const found = ({ topology }: ReturnType<typeof calledFromTwo>) => topology.findings.filter(({ code }) => code === 'BST804');

describe('BST804 file-of-two-objects', () => {
  test.each([YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE])(
    'finds what an app would write to one file, and is gone where its fix is followed: %s', type => {
      expect(found(calledFromTwo(type)).map(({ severity, problem }) => `${severity} ${/"(?:chart\/)?(.*)"/.exec(problem)![1]}`)).toEqual(
        expect.arrayContaining(['error ServiceEntry.bank', 'error VirtualService.bank']));
      expect([undefined, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_APP].flatMap(other => found(calledFromTwo(other)))).toEqual([]);
    });

  test('tells the objects and what to do', () => {
    const finding = found(calledFromTwo(YamlOutputType.FILE_PER_RESOURCE)).find(({ problem }) => problem.includes('ServiceEntry'))!;
    expect(`${finding.path}: ${finding.problem}; ${finding.fix}`).toBe(
      'chart/platform/istio/ServiceEntry a.bank: 2 objects would be written to one file "ServiceEntry.bank": chart/platform/istio/ServiceEntry a.bank, '
      + 'chart/platform/istio/ServiceEntry b.bank; let the app write YamlOutputType.FILE_PER_CHART or FILE_PER_APP, '
      + 'or declare chart/shop/bank once for each namespace that uses it, each time under another id');
  });

  test.each([
    ['outside', OUTSIDE],
    ['of a neighbour', HttpProvider.inCluster({ service: 'bank', namespace: 'team-b', podLabels: { app: 'bank' }, targetPort: 8080 })],
  ])('has no finding where a service %s that two namespaces use is declared once for each', (_, provider) => {
    const type = YamlOutputType.FILE_PER_RESOURCE;
    const advised = (ids?: string[]) => calledFromTwo(type, undefined, { provider, ids });
    expect(found(advised()).map(({ fix }) => fix)).toContainEqual(expect.stringContaining('declare chart/shop/bank once for each namespace'));
    expect(advised(['bank', 'bank-of-b']).topology.findings).toEqual([]);
  });

  test('finds exactly the files that cdk8s loses', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'files-'));
    const declared = calledFromTwo(YamlOutputType.FILE_PER_RESOURCE, outdir);
    const lost = found(declared).map(({ problem }) => Number(/^\d+/.exec(problem)![0]) - 1).reduce((sum, each) => sum + each, 0);
    for (const { code, path } of found(declared)) declared.topology.acknowledge(code, { path }, 'it is looked at here');
    declared.app.synth();
    expect([declared.chart.toJson().length - readdirSync(outdir).length, lost > 0]).toEqual([lost, true]);
    rmSync(outdir, { recursive: true });
  });

  test('finds objects that are made by hand, of unlike groups, and of names that lose what no file name takes', () => {
    const declared = calledFromTwo(YamlOutputType.FILE_PER_RESOURCE);
    const byHand = (id: string, apiVersion: string, name: string) => new ApiObject(declared.chart, id, { apiVersion, kind: 'Service', metadata: { name } });
    byHand('one', 'v1', 'x');
    byHand('two', 'serving.knative.dev/v1', 'x');
    byHand('three', 'v1', 'x:');
    expect(found(declared).filter(({ problem }) => problem.includes('Service.x')).map(({ path, problem, fix }) => `${path} ${problem}; ${fix}`)).toEqual([
      expect.stringMatching(/^chart\/one 3 objects would be written to one file "Service.x": chart\/one, chart\/three, chart\/two; .* or give the objects unlike names$/)]);
  });

  test('leaves two objects of one identity to BST803, and charts their folders', () => {
    const declared = calledFromTwo(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
    const other = new Chart(declared.app, 'other');
    const object = (chart: Chart, id: string) => new ApiObject(chart, id, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x', namespace: 'a' } });
    object(declared.chart, 'one');
    object(declared.chart, 'two');
    object(other, 'three');
    expect(found(declared).filter(({ problem }) => problem.includes('Service.x'))).toEqual([]);
  });
});
