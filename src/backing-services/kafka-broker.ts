import { assertPort } from '../private/bounds';
import { assertHostOrAddress } from '../private/host';
import { assertNoUserinfo } from '../private/literal-secret';
import { TopologyError } from '../private/topology-error';

interface Server {
  readonly host: string;
  readonly port: number;
}

/** An IPv6 address has colons itself, and so stands in brackets. */
const SERVER = /^(\[[\da-f:]+\]|[^:\s]+):(\d{1,5})$/i;

/**
 * The bootstrap servers and the other hosts of the brokers, each with the one port that all of them have; throws BST027 if a server cannot be
 * read or the ports differ.
 */
export function parseServers(bootstrapServers: string[], brokerHosts: string[], path: string): { bootstrap: Server[]; brokers: Server[] } {
  const parsed = bootstrapServers.map((server, i) => {
    const [, host, port] = SERVER.exec(assertNoUserinfo(server, path)) ?? [];
    if (host === undefined) throw unreadable(`bootstrapServers[${i}] (not repeated here) is no bootstrap server`, path);
    return { host: assertHostOrAddress(host.includes(':') ? host.slice(1, -1) : host, path), port: assertPort(Number(port), path) };
  });
  if (parsed.length === 0) throw unreadable('there is no bootstrap server', path);
  const [{ port }] = parsed;
  if (parsed.some(other => other.port !== port)) throw unreadable('the bootstrap servers have different ports', path);
  for (const host of brokerHosts) assertHostOrAddress(host.replace(/^\*\./, ''), path);
  const hosts = new Set(parsed.map(({ host }) => host));
  const others = new Set(brokerHosts.filter(host => !hosts.has(host)));
  const reached = (names: Set<string>) => [...names].map(host => ({ host, port }));
  return { bootstrap: reached(hosts), brokers: reached(others) };
}

function unreadable(problem: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST027',
    path,
    problem: `${problem}: allowed is host:port, the same port for all, an IPv6 address in brackets`,
    fix: 'give the bootstrap servers as the service states them, without a scheme',
  });
}
