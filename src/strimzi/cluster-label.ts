import { Construct } from 'constructs';
import { BackingService } from '../model/backing-service';
import { givenToAll } from '../private/common-metadata';
import { quote, TopologyError } from '../private/topology-error';

/** Served by Strimzi 0.49 and later; the only one from 1.0 on. */
export const STRIMZI_API = 'kafka.strimzi.io/v1';

const LABEL = 'strimzi.io/cluster';

/** Ties a topic or user to its cluster; without it no operator sees the object, and nothing reports that. */
export function clusterLabel(cluster: BackingService): Record<string, string> {
  return { [LABEL]: cluster.locator.resource! };
}

/** Throws BST425 if all objects of an output are given the label, which each topic and user has of its own cluster. */
export function assertClusterLabelFree(output: Construct): void {
  const given = givenToAll(output).labels?.[LABEL];
  if (given === undefined) return;
  throw new TopologyError({
    code: 'BST425',
    path: output.node.path,
    problem: `all objects are given the label ${quote(LABEL)} with the value ${quote(given)}, by which Strimzi finds the topics and users of one cluster`,
    fix: `leave ${quote(LABEL)} out of the labels: each topic and user gets that of its own cluster`,
  });
}
