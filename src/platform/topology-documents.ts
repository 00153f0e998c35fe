import { App } from 'cdk8s';
import { MermaidDiagram } from '../diagram/mermaid-diagram';
import { Binding } from '../model/binding';
import { guard } from '../private/boundary';
import { isBranded } from '../private/brand';
import { TopologyDocument } from '../report/document/topology-document';
import { documentOf } from '../report/from-graph/document-of';
import { TopologyJson } from '../report/topology-json';
import { Topology } from '../topology';
import { assertOwnNames, writeWhole, Written } from './document-files';

/** What people and tools read of a topology, beside the YAML that the cluster reads. */
export class TopologyDocuments {
  /**
   * A topology as plain data, its findings included: what diagrams and reports read. Locks the topology. Call it when all outputs are
   * declared, because they bring checks along.
   *
   * @param topology the topology
   */
  public static of(topology: Topology): TopologyDocument {
    const { findings, acknowledged } = topology;
    const { _enforcements: outputs } = topology;
    const rotationOf = (binding: Binding) => outputs.map(output => output._rotationOf(binding)).find(rotation => rotation !== undefined);
    return documentOf(topology._closed(), findings, acknowledged, rotationOf);
  }

  /**
   * Writes `<path>.topology.json` and `<path>.mmd` of each topology in the app into its output folder. Call it after `app.synth()`,
   * which throws if a topology has findings, so that nothing is written of one that is refused.
   *
   * @param app the app whose output folder is written to
   * @throws BST038 if two topologies have one name for their documents, or if a file cannot have it or be written there; nothing is written then
   */
  public static write(app: App): void {
    const topologies = app.node.findAll().filter((construct): construct is Topology => isBranded(construct, 'Topology'));
    const files = topologies.flatMap(filesOf);
    assertOwnNames(files);
    writeWhole(app.outdir, files);
  }

  private constructor() {}
}

guard('TopologyDocuments', TopologyDocuments);

/** Names and texts; all are rendered before the first is written, so that a failure leaves no half of them. */
function filesOf(topology: Topology): Written[] {
  const document = TopologyDocuments.of(topology);
  const name = topology.node.path.replaceAll('/', '.');
  const [{ path }, texts] = [topology, { 'topology.json': TopologyJson.render(document), 'mmd': MermaidDiagram.render(document) }];
  return Object.entries(texts).map(([ending, text]) => ({ path, text, name: `${name}.${ending}` }));
}
