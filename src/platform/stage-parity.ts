import { Finding, Severity } from '../model/finding';
import { stageDifferences } from '../model/stage-differences';
import { acceptArguments, guard } from '../private/boundary';
import { Topology } from '../topology';

/** Whether the same program runs in every stage: one topology declared for each, in one app or in several. */
export class StageParity {
  /**
   * What the code of workloads would have to know of the stage that it runs in, for a test: it is right that there is nothing. Each stage is compared with the first, workloads and services by their
   * names: other variables, other files, another kind or protocol of a service, or a service that is missing, is an error (BST750); TLS in one and none in the other a warning (BST751). Locks the
   * topologies. Stages of one app that say `stageOf` are compared when it is synthesized.
   *
   * @param stages the topology of each stage; in messages the stages are told by their paths, and by their places in this list
   */
  public static findings(stages: Topology[]): Finding[] {
    acceptArguments('StageParity.findings', [stages]);
    const compared = stages.map((topology, position) => ({ name: `stage ${position + 1} (${topology.path})`, graph: topology._closed() }));
    return stageDifferences(compared).map(({ kind, subject: { path }, problem, fix }) => (
      kind === 'code' ? { code: 'BST750', severity: Severity.ERROR, path, problem, fix } : { code: 'BST751', severity: Severity.WARNING, path, problem, fix }));
  }

  private constructor() {}
}

guard('StageParity', StageParity);
