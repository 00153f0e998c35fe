import { mkdirSync, renameSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App } from 'cdk8s';
import { MermaidDiagram } from '../diagram/mermaid-diagram';
import { isBranded } from '../model/brand';
import { TopologyJson } from '../report/topology-json';
import { Topology } from '../topology';

/** Writes what people and tools read of a topology beside the YAML that the cluster reads. */
export class TopologyDocuments {
  /**
   * Writes `<path>.topology.json` and `<path>.mmd` of each topology in the app into its output folder. Call it after `app.synth()`,
   * which throws if a topology has findings, so that nothing is written of one that is refused.
   *
   * @param app the app whose output folder is written to
   */
  public static write(app: App): void {
    const topologies = app.node.findAll().filter((construct): construct is Topology => isBranded(construct, 'Topology'));
    const documents = topologies.flatMap(documentsOf);
    mkdirSync(app.outdir, { recursive: true });
    for (const [name, text] of documents) writeWhole(join(app.outdir, name), text);
  }

  private constructor() {}
}

/** Names and texts; all are rendered before the first is written, so that a failure leaves no half of them. */
function documentsOf(topology: Topology): [name: string, text: string][] {
  const graph = topology.read();
  const name = topology.node.path.replaceAll('/', '.');
  return [[`${name}.topology.json`, TopologyJson.render(graph)], [`${name}.mmd`, MermaidDiagram.render(graph)]];
}

/** A reader sees the old file or the new one, never a part. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
