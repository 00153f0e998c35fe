import { portNamesOf } from '../../src/kubernetes/service-ports';
import { AddressRole } from '../../src/model/address';
import { Locator } from '../../src/model/locator';
import { Protocol } from '../../src/model/protocol';
import { Provision } from '../../src/model/provision';
import { AnyService, newTopology, newWorkload } from '../support/declare';

interface Part {
  readonly id: string;
  readonly bindingType: string;
  readonly protocol: Protocol;
  readonly port: number;
  readonly role?: AddressRole;
}

/** The names of the ports that these parts have, each of a backing service of its own with a primary address besides. */
function namesOf(...parts: Part[]): string[] {
  const topology = newTopology();
  const workload = newWorkload(topology, 'server');
  const ports = parts.map(({ id, bindingType, protocol, port, role }) => {
    const address = { service: 'shared', protocol, port, role };
    const addresses = role === undefined ? [address] : [{ service: id, port: 1 }, address];
    const provision = new Provision({ locator: Locator.ofWorkload({ workload, addresses }) });
    const service = new AnyService(topology, id, { ...AnyService.traits(), bindingType, provision });
    return { service, address: service.locator.addresses[addresses.length - 1] };
  });
  return portNamesOf(ports);
}

const part = (id: string, port: number, bindingType = 'http', protocol = Protocol.HTTP): Part => ({ id, bindingType, protocol, port });

test('ports that differ in protocol or kind are called after these', () =>
  expect(namesOf(part('a', 1), part('b', 2, 'grpc', Protocol.GRPC), part('c', 3, 'redis', Protocol.TCP))).toEqual(['http', 'grpc', 'tcp-redis']));

test('ports that would share a name are called after their backing services, whichever is first', () => {
  expect(namesOf(part('ui', 1), part('api', 2))).toEqual(['http-ui', 'http-api']);
  expect(namesOf(part('api', 2), part('ui', 1), part('rpc', 3, 'grpc', Protocol.GRPC))).toEqual(['http-api', 'http-ui', 'grpc']);
});

test('a name that another port has by its role is left to neither', () =>
  expect(namesOf(part('management', 1), part('api', 2), { ...part('other', 3), role: AddressRole.MANAGEMENT })).toEqual(['http-1', 'http-api', 'http-other-management']));

test('a name that would be too long is made of the number', () =>
  expect(namesOf(part('a'.repeat(63), 80), part('b', 81))).toEqual(['http-80', 'http-b']));
