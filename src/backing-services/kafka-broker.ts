import { assertPort } from '../private/bounds';
import { assertHost } from '../private/host';
import { assertNoUserinfo } from '../private/literal-secret';
import { quote, TopologyError } from '../private/topology-error';

/** The bootstrap servers as hosts and their one port; throws BST014 if they cannot be read or their ports differ. */
export function parseBroker(brokers: string[], brokerHosts: string[], path: string): { host: string; port: number; moreHosts: string[] } {
  const parsed = brokers.map(broker => {
    const [, host, port] = /^([^:\s]+):(\d{1,5})$/.exec(assertNoUserinfo(broker, path)) ?? [];
    if (host === undefined) throw unreadable(`${quote(broker)} is no bootstrap server`, path);
    return { host: assertHost(host, path), port: assertPort(Number(port), path) };
  });
  if (parsed.length === 0) throw unreadable('there is no bootstrap server', path);
  if (parsed.some(({ port }) => port !== parsed[0].port)) throw unreadable('the bootstrap servers have different ports', path);
  for (const host of brokerHosts) assertHost(host.replace(/^\*\./, ''), path);
  const [{ host, port }, ...others] = parsed;
  const moreHosts = new Set([...others.map(other => other.host), ...brokerHosts]);
  moreHosts.delete(host);
  return { host, port, moreHosts: [...moreHosts] };
}

function unreadable(problem: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST014',
    path,
    problem: `${problem}: allowed is host:port, the same port for all`,
    fix: 'give the bootstrap servers as the service states them, without a scheme',
  });
}
