import { assertNoCredential } from '../private/literal-secret';
import { assertName, Names } from '../private/names';
import { quote } from '../private/topology-error';
import { GatewayListener } from './gateway-listener';
import { refused } from './gateway-refusal';
import { MachineFacts } from './machine-facts';

/** Throws BST049 for listeners beside an object that is there, BST801 for one that cannot be named so, BST510 for a credential in its place. */
export function existingGatewayOf(existing: string | undefined, listeners: readonly GatewayListener[], path: string): string | undefined {
  if (existing === undefined) return undefined;
  for (const part of existing.split('/')) assertNoCredential(part, path);
  if (listeners.length > 0) {
    throw refused(path, `it is said where the Gateway ${quote(existing)}, which is there already, listens`, 'leave listeners out, or existingGateway');
  }
  const [namespace, name, ...others] = existing.split('/');
  if (name === undefined || others.length > 0) throw refused(path, `existingGateway ${quote(existing)} is no object: allowed is namespace/name`, 'say istio-ingress/public');
  assertName(Names.LABEL, namespace, path);
  assertName(Names.SUBDOMAIN, name, path);
  return existing;
}

/** Throws BST801 unless a GatewayClass can have the name, BST510 for a credential in its place; returns it. */
export function assertClassName(name: string, path: string): string {
  return assertName(Names.SUBDOMAIN, assertNoCredential(name, path), path);
}

/** Throws BST049 for a gateway on machines: its Service leads to pods, and so does whoever lets in what comes through it. */
export function assertInPods(machines: MachineFacts | undefined, path: string): void {
  if (machines) throw refused(path, 'it is to run on machines, and a gateway runs in pods', 'give the pods of the gateway');
}

/**
 * Throws BST049 for two listeners that a client cannot tell apart: at one port of the gateway a host is listened for once, and all take the same.
 * Source: istio, pilot/pkg/model/gateway.go (`mergeGateways`)
 */
export function assertListeners(listeners: readonly GatewayListener[], path: string): void {
  const first = new Map<number, GatewayListener>();
  const taken = new Set<string>();
  for (const listener of listeners) {
    const { port, protocol, hosts } = listener;
    const other = first.get(port) ?? listener;
    first.set(port, other);
    if (!sharesPort(listener, other)) throw refused(path, `at port ${port} it takes ${other.protocol} and ${protocol}`, 'let each port take one protocol; those that speak TLS may share one');
    for (const host of hosts) {
      const key = `${port} ${host}`;
      if (taken.has(key)) throw refused(path, `it listens twice for ${quote(host)} at port ${port}`, 'leave one of the listeners out, or the host in one of them');
      taken.add(key);
    }
  }
}

/** Whether two listeners may share a port: they take the same, or both tell clients apart by the name that TLS asks for. */
export function sharesPort(one: GatewayListener, other: GatewayListener): boolean {
  return one.protocol === other.protocol || isTls(one) && isTls(other);
}

function isTls({ protocol }: GatewayListener): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS';
}
