import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { assertLabels } from '../private/labels';
import { TopologyError } from '../private/topology-error';

/** How connections travel among pods of a mesh without sidecars: at one port, and through proxies that stand before the Services of a namespace. */
export interface NetworkTunnel {
  /** Port of pods at which all of them arrive. */
  readonly port: number;
  /** Labels of the proxies, in the namespace of the Services that they stand before; at least one. */
  readonly proxyLabels: Record<string, string>;
  /** Address ranges from where the kubelet's probes seem to come. */
  readonly probesFrom: string[];
}

/** Throws BST007 for a port that does not exist, BST801 for labels that cannot be some, BST025 if there are none, BST026 for a range that is none. */
export function assertTunnel(tunnel: NetworkTunnel, path: string): NetworkTunnel {
  if (Object.keys(assertLabels(tunnel.proxyLabels, path)).length === 0) {
    throw new TopologyError({ code: 'BST025', path, problem: 'proxyLabels are empty, and would open each namespace', fix: 'name at least one label that only the proxies have' });
  }
  return { port: assertPort(tunnel.port, path), proxyLabels: { ...tunnel.proxyLabels }, probesFrom: [...assertCidrs(tunnel.probesFrom, path, 'that probes come from')!] };
}
