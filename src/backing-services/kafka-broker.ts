import { assertHostOrAddress } from '../private/host';
import { parseServerList, Server } from './server-list';

/**
 * The bootstrap servers and the other hosts of the brokers, each with the one port that all of them have; throws BST027 if a server cannot be
 * read or the ports differ.
 */
export function parseServers(bootstrapServers: string[], brokerHosts: string[], path: string): { bootstrap: Server[]; brokers: Server[] } {
  const bootstrap = parseServerList(bootstrapServers, { option: 'bootstrapServers', one: 'bootstrap server' }, path);
  for (const host of brokerHosts) assertHostOrAddress(host.replace(/^\*\./, ''), path);
  const others = new Set(brokerHosts.filter(host => !bootstrap.some(server => server.host === host)));
  return { bootstrap, brokers: [...others].map(host => ({ host, port: bootstrap[0].port })) };
}
