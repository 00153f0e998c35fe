import { guard } from '../private/boundary';
import { assertPort } from '../private/bounds';
import { frozenMap } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { quote, TopologyError } from '../private/topology-error';

/** Which connections are taken. Source: https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication-MutualTLS-Mode */
export enum MutualTlsMode {
  /** Mutual TLS alone. */
  STRICT = 'STRICT',
  /** Mutual TLS and plaintext. */
  PERMISSIVE = 'PERMISSIVE',
  /** Plaintext alone: nobody has an identity. */
  DISABLE = 'DISABLE',
}

/** Shorter ones say nothing. */
const LEAST_REASON = 10;

/**
 * Which connections a workload, a namespace or a mesh takes. Callers in the mesh need no word for it: their sidecars learn of the pods that they send to whether mutual TLS is
 * taken there. Source: https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#auto-mutual-tls
 */
export class MutualTls {
  /** Mutual TLS alone. */
  public static readonly STRICT = new MutualTls(MutualTlsMode.STRICT);

  /**
   * Plaintext too, as a migration: it is reported until it is gone (BST644). Who comes in plaintext has no identity, and a guarded workload lets it in only where it admits
   * somebody without one.
   *
   * @param reason who cannot start mutual TLS yet, and until when; at least 10 characters
   * @throws BST023 if the reason is shorter
   */
  public static permissive(reason: string): MutualTls {
    return new MutualTls(MutualTlsMode.PERMISSIVE, assertReason(reason, 'MutualTls.permissive'));
  }

  /**
   * Plaintext alone, which takes the identity of every caller, and is reported (BST644).
   *
   * @param reason what cannot be behind mutual TLS; at least 10 characters
   * @throws BST023 if the reason is shorter
   */
  public static disabled(reason: string): MutualTls {
    return new MutualTls(MutualTlsMode.DISABLE, assertReason(reason, 'MutualTls.disabled'));
  }

  /** Which connections are taken, at all ports but those said otherwise. */
  public readonly mode: MutualTlsMode;
  /** Why plaintext is; undefined where it is not. */
  public readonly reason?: string;
  /** What holds at single ports instead, by port. */
  public readonly ports: Record<string, MutualTls>;

  private constructor(mode: MutualTlsMode, reason?: string, ports: Readonly<Record<string, MutualTls>> = {}) {
    this.mode = mode;
    this.reason = reason;
    this.ports = frozenMap(ports);
    lockMembers(this);
  }

  /**
   * The same, with something else at one port.
   *
   * @param port of the workload's own pods; not the port of a Service
   * @param there what holds there
   * @throws BST007 if the port does not exist, BST544 if `there` says something of ports itself
   */
  public atPort(port: number, there: MutualTls): MutualTls {
    const path = 'MutualTls.atPort';
    if (Object.keys(there.ports).length > 0) {
      throw new TopologyError({ code: 'BST544', path, problem: `what holds at port ${port} says something of other ports`, fix: 'say each port of the whole' });
    }
    return new MutualTls(this.mode, this.reason, { ...this.ports, [String(assertPort(port, path))]: there });
  }
}

guard('MutualTls', MutualTls);

/** Which connections are taken at one port. */
export function modeAt({ mode, ports }: MutualTls, port: number): MutualTlsMode {
  return ports[String(port)]?.mode ?? mode;
}

function assertReason(reason: string, path: string): string {
  const said = reason.trim();
  if (said.length >= LEAST_REASON) return said;
  throw new TopologyError({
    code: 'BST023', path, problem: `reason ${quote(reason)}: allowed are at least ${LEAST_REASON} characters`, fix: 'say who cannot start mutual TLS, and until when',
  });
}
