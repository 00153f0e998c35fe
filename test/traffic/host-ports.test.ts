import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { hostPortsOf } from '../../src/traffic/host-ports';
import { sharedHostsOf } from '../../src/traffic/shared-host';
import { MeshDeclaration } from '../support/mesh';

/** The ports of one host as `port: service (callers)`, where each service of a port is used by a workload of its own. */
function portsOf(...ports: number[]): string[] {
  const declared = new MeshDeclaration();
  ports.forEach((port, i) => declared.workload(`w${i}`).uses(new TcpService(declared.topology, `s${i}`, { provider: TcpProvider.external({ host: 'a.example.com', port }) })));
  return sharedHostsOf(declared.topology.read(), 'cluster.local').flatMap(hostPortsOf)
    .map(({ port, service, callers }) => `${port}: ${service.name} (${callers.map(({ source }) => source.name).join()})`);
}

test('one service at a host stands for all of its ports', () => expect(portsOf(5432)).toEqual(['undefined: s0 (w0)']));

test('several at one port do too, with the callers of all', () => expect(portsOf(5432, 5432)).toEqual(['undefined: s0 (w0,w1)']));

test('what is said of a wildcard is said of its port alone, as hosts of other services below it have others', () => {
  const declared = new MeshDeclaration();
  declared.workload('web').uses(new TcpService(declared.topology, 's', { provider: TcpProvider.external({ host: 'a.example.com', port: 5432, furtherHosts: ['*.a.example.com'] }) }));
  expect(sharedHostsOf(declared.topology.read(), 'cluster.local').flatMap(hostPortsOf).map(({ host, port }) => [host, port])).toEqual([
    ['a.example.com', undefined], ['*.a.example.com', 5432]]);
});

test('several ports are told apart, sorted, each with the callers of all that is at it', () =>
  expect(portsOf(6379, 443, 6379)).toEqual(['443: s1 (w1)', '6379: s0 (w0,w2)']));
