import { assertName, NameRule, Names } from '../private/names';
import { MeshOptions } from './mesh-options';

/** A Service and its namespace, of 63 characters each, and "svc" stand before it in hosts. */
const CLUSTER_DOMAIN: NameRule = {
  ...Names.HOST,
  what: 'the domain of a cluster',
  longest: Names.HOST.longest - `${'s'.repeat(Names.SERVICE.longest)}.${'n'.repeat(Names.LABEL.longest)}.svc.`.length,
  allowed: 'a lower-case DNS name of at most 121 characters, so that the longest Service has a host of 253',
};

/** How a mesh and its cluster call themselves. @internal */
export interface MeshNames {
  readonly trustDomain: string;
  readonly clusterDomain: string;
  readonly rootNamespace: string;
  readonly controlPlaneNamespace: string;
}

/** Throws BST801 for a name that is none. */
export function meshNamesOf(
  { trustDomain, clusterDomain, controlPlaneNamespace = 'istio-system', rootNamespace = controlPlaneNamespace }: MeshOptions, path: string,
): MeshNames {
  return {
    trustDomain: assertName(Names.HOST, trustDomain ?? 'cluster.local', path),
    clusterDomain: assertName(CLUSTER_DOMAIN, clusterDomain ?? 'cluster.local', path),
    rootNamespace: assertName(Names.LABEL, rootNamespace, path),
    controlPlaneNamespace: assertName(Names.LABEL, controlPlaneNamespace, path),
  };
}
