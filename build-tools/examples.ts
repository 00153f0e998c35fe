import { App, Chart, Testing, Yaml } from 'cdk8s';
import { declareExamples } from '../examples/charts';
import { MermaidDiagram } from '../src/diagram/mermaid-diagram';
import { TopologyDocuments } from '../src/platform/topology-documents';
import { Topology } from '../src/topology';
import { byCodePoint } from './files';

let declared: App | undefined;

/** The chart of an example, or that of its first stage, declared in memory once. */
function chartOf(example: string): Chart {
  if (!declared) {
    declared = new App();
    declareExamples(declared);
  }
  const chart = declared.charts.find(({ node }) => node.id === example) ?? declared.charts.find(({ node }) => node.id.startsWith(`${example}-`));
  if (!chart) throw new Error(`there is no example ${example}; there are ${declared.charts.map(({ node }) => node.id).join(', ')}`);
  return chart;
}

/** The YAML of one object of an example, as it is in dist/. */
export function manifestOf(example: string, kindAndName: string): string {
  const objects = Testing.synth(chartOf(example)) as { readonly kind: string; readonly metadata: { readonly name: string } }[];
  const found = objects.filter(({ kind, metadata }) => `${kind}/${metadata.name}` === kindAndName);
  if (found.length !== 1) throw new Error(`${found.length} objects of ${example} are ${kindAndName}`);
  return Yaml.stringify(found[0]);
}

/** How many objects of each kind an example's YAML holds, a line for each API. */
export function objectsOf(example: string): string {
  const objects = Testing.synth(chartOf(example)) as { readonly apiVersion: string; readonly kind: string }[];
  const apis = [...new Set(objects.map(({ apiVersion }) => apiVersion))].sort(byCodePoint);
  const kindsOf = (api: string) => [...new Set(objects.filter(({ apiVersion }) => apiVersion === api).map(({ kind }) => kind))].sort(byCodePoint);
  const count = (api: string, sort: string) => objects.filter(({ apiVersion, kind }) => apiVersion === api && kind === sort).length;
  const width = Math.max(...apis.map(api => api.length));
  return apis.map(api => `${api.padEnd(width)}  ${kindsOf(api).map(kind => `${count(api, kind)} ${kind}`).join(', ')}`).join('\n');
}

/** What an example's author does not write: kinds of objects that make pods, which are there anyway. */
const THERE_ANYWAY = ['Deployment', 'ServiceAccount', 'CronJob'];

/** How many lines of a declaration stand for how many lines of YAML, in each chart of an example; objects that make pods are left out. */
export function linesOf(example: string, declaration: string): string {
  chartOf(example);
  const charts = declared!.charts.filter(({ node: { id } }) => id === example || id.startsWith(`${example}-`));
  const counts = charts.map(chart => {
    const objects = (Testing.synth(chart) as { readonly kind: string }[]).filter(({ kind }) => !THERE_ANYWAY.includes(kind));
    return `${chart.node.id}: ${Yaml.stringify(...objects).trimEnd().split('\n').length} lines of YAML, ${objects.length} objects`;
  });
  return [`declaration: ${declaration.split('\n').filter(line => line.trim() !== '').length} lines`, ...counts].join('\n');
}

/** The Mermaid diagram of an example's topology. */
export function diagramOf(example: string): string {
  const topology = chartOf(example).node.findAll().find((construct): construct is Topology => construct instanceof Topology);
  if (!topology) throw new Error(`example ${example} declares no topology`);
  return MermaidDiagram.render(TopologyDocuments.of(topology));
}
