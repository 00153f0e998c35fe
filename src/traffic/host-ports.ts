import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { distinct } from '../private/distinct';
import { isWildcard } from '../private/host';
import { SharedHost } from './shared-host';

/** A port of a host, and who dials it. @internal */
export interface HostPort {
  /** The host, as rules have it. */
  readonly host: string;
  /** Undefined for all ports of the host, which is told apart no further. */
  readonly port?: number;
  /** A service at it; if there are several, what a mesh is to do with connections to them is the same. */
  readonly service: BackingService;
  /** The Secret of the certificate that is shown there. */
  readonly clientCertificateSecret?: string;
  /** Who calls a service at it. */
  readonly callers: Dependency[];
}

/**
 * The ports that callers may differ at, sorted: one for all of a host where one service is, or where several share their only port. What is said of a
 * wildcard is said of its ports alone, as hosts of other services that it stands for may have others.
 */
export function hostPortsOf({ host, members }: SharedHost): HostPort[] {
  const ports = distinct(members.flatMap(member => member.ports)).sort((a, b) => a - b);
  const isOne = !isWildcard(host) && (members.length === 1 || ports.length === 1);
  return (isOne ? ports.slice(0, 1) : ports).map(port => {
    const there = isOne ? members : members.filter(member => member.ports.includes(port));
    const callers = there.length === 1 ? there[0].callers : there.flatMap(member => member.callers);
    return { host, port: isOne ? undefined : port, service: there[0].service, callers, clientCertificateSecret: there[0].clientCertificateSecret };
  });
}
