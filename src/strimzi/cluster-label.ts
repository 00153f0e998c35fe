import { BackingService } from '../model/backing-service';

/** Served by Strimzi 0.49 and later; the only one from 1.0 on. */
export const STRIMZI_API = 'kafka.strimzi.io/v1';

/** Ties a topic or user to its cluster; without it no operator sees the object, and nothing reports that. */
export function clusterLabel(cluster: BackingService): Record<string, string> {
  return { 'strimzi.io/cluster': cluster.locator.resource! };
}
