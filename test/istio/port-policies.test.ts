import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { targetOf } from '../../src/istio/istio-target';
import { hostTrafficPolicyOf, isSame, policiesByCaller, policiesOfAll, PortPolicies } from '../../src/istio/port-policies';
import { UseOptions } from '../../src/model/dependency-options';
import { HostPort, hostPortsOf } from '../../src/traffic/host-ports';
import { sharedHostsOf } from '../../src/traffic/shared-host';
import { MeshDeclaration } from '../support/mesh';
import { ms } from '../support/topology';

/** The ports of `a.example.com`, each of a service of its own, and what the workloads say of them. */
function declared(said: Record<string, Record<number, UseOptions>>): HostPort[] {
  const declaration = new MeshDeclaration();
  const services = new Map([1, 2].map(port => [port, new TcpService(declaration.topology, `s${port}`, { provider: TcpProvider.external({ host: 'a.example.com', port }) })]));
  for (const [name, options] of Object.entries(said)) {
    const workload = declaration.workload(name);
    for (const [port, own] of Object.entries(options)) workload.uses(services.get(Number(port))!, own);
  }
  return sharedHostsOf(declaration.topology.read(), 'cluster.local').flatMap(hostPortsOf);
}

const written = (policies: PortPolicies) => hostTrafficPolicyOf(policies, targetOf({}));
const within = (millis: number) => ({ connectTimeout: ms(millis) });
const timed = (port: number, connectTimeout: string) => ({ port: { number: port }, connectionPool: { tcp: { connectTimeout } } });

test('for everybody holds at each port what its callers agree on', () =>
  expect(written(policiesOfAll(declared({ a: { 1: within(1), 2: within(5) }, b: { 1: within(2), 2: within(5) } })))).toEqual({ portLevelSettings: [timed(2, '5ms')] }));

test('a host with one port has no settings of ports', () =>
  expect(written(policiesOfAll(declared({ a: { 1: within(1) } })))).toEqual({ connectionPool: { tcp: { connectTimeout: '1ms' } } }));

test('where nothing is said nothing is written', () => expect(written(policiesOfAll(declared({ a: { 1: {}, 2: {} } })))).toBeUndefined());

test('a caller speaks of the ports that it dials alone', () => {
  const ports = declared({ a: { 1: within(1), 2: within(5) }, b: { 1: within(2) } });
  const [a, b] = [...policiesByCaller(ports).values()];
  expect([a, b].map(written)).toEqual([{ portLevelSettings: [timed(1, '1ms'), timed(2, '5ms')] }, { portLevelSettings: [timed(1, '2ms')] }]);
  expect([a, b].map(own => isSame(own, policiesOfAll(ports)))).toEqual([false, false]);
});

test('a caller that says what holds for everybody is told by that', () => {
  const ports = declared({ a: { 1: within(1) }, b: { 1: within(1), 2: {} } });
  expect([...policiesByCaller(ports).values()].map(own => isSame(own, policiesOfAll(ports)))).toEqual([true, true]);
});
