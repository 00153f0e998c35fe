import { mkdirSync, renameSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App } from 'cdk8s';
import { MermaidDiagram } from '../diagram/mermaid-diagram';
import { guard } from '../private/boundary';
import { isBranded } from '../private/brand';
import { TopologyDocument } from '../report/document/topology-document';
import { documentOf } from '../report/from-graph/document-of';
import { TopologyJson } from '../report/topology-json';
import { Topology } from '../topology';

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
    return documentOf(topology._closed(), findings, acknowledged);
  }

  /**
   * Writes `<path>.topology.json` and `<path>.mmd` of each topology in the app into its output folder. Call it after `app.synth()`,
   * which throws if a topology has findings, so that nothing is written of one that is refused.
   *
   * @param app the app whose output folder is written to
   */
  public static write(app: App): void {
    const topologies = app.node.findAll().filter((construct): construct is Topology => isBranded(construct, 'Topology'));
    const files = topologies.flatMap(filesOf);
    mkdirSync(app.outdir, { recursive: true });
    for (const [name, text] of files) writeWhole(join(app.outdir, name), text);
  }

  private constructor() {}
}

guard('TopologyDocuments', TopologyDocuments);

/** Names and texts; all are rendered before the first is written, so that a failure leaves no half of them. */
function filesOf(topology: Topology): [name: string, text: string][] {
  const document = TopologyDocuments.of(topology);
  const name = topology.node.path.replaceAll('/', '.');
  return [[`${name}.topology.json`, TopologyJson.render(document)], [`${name}.mmd`, MermaidDiagram.render(document)]];
}

/** A reader sees the old file or the new one, never a part. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
