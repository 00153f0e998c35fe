import { App, Chart, Testing, Yaml } from 'cdk8s';
import { declareExamples } from '../examples/charts';
import { MermaidDiagram } from '../src/diagram/mermaid-diagram';
import { TopologyDocuments } from '../src/platform/topology-documents';
import { Topology } from '../src/topology';
import { byCodePoint } from './files';

let declared: App | undefined;

/** The chart of an example, declared in memory once. */
function chartOf(example: string): Chart {
  if (!declared) {
    declared = new App();
    declareExamples(declared);
  }
  const chart = declared.charts.find(({ node }) => node.id === example);
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

/** The Mermaid diagram of an example's topology. */
export function diagramOf(example: string): string {
  const topology = chartOf(example).node.findAll().find((construct): construct is Topology => construct instanceof Topology);
  if (!topology) throw new Error(`example ${example} declares no topology`);
  return MermaidDiagram.render(TopologyDocuments.of(topology));
}
