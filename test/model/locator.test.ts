import {
  AddressRole, ExternalLocatorProps, InClusterLocatorProps, Locator, OperatorLocatorProps, ServiceAddressProps, ServiceOwner, WorkloadLocatorProps,
} from '../../src';
import { newTopology, newWorkload } from '../support/declare';

const service = (name: string, role?: AddressRole): ServiceAddressProps => ({ service: name, port: 1, role });
const addresses = [service('db')];
const workload = newWorkload(newTopology(), 'db', { namespace: 'books' });

describe('a service', () => {
  test('of a workload stands where the workload does, in front of its pods', () => {
    const kubernetesServices = { db: { publishNotReadyAddresses: true } };
    const all: Required<WorkloadLocatorProps> = { workload, addresses, existing: false, kubernetesServices };
    const locator = Locator.ofWorkload(all);
    expect(locator).toMatchObject({ owner: ServiceOwner.WORKLOAD, workload, namespace: 'books', podLabels: { app: 'db' }, declaresServices: true, isExternal: false });
    expect(locator.kubernetesServices).toEqual(all.kubernetesServices);
    expect(locator.primary.host).toBe('db.books.svc');
    expect(Locator.ofWorkload({ ...all, existing: true }).declaresServices).toBe(false);
  });

  test('of an operator tells the resource, and is not declared again', () => {
    const { addresses: _, ...all }: Required<OperatorLocatorProps> = {
      operator: 'strimzi', resource: 'events', namespace: 'kafka', podLabels: { a: '1' }, addresses, listener: 'tls',
    };
    expect(Locator.ofOperator({ ...all, addresses }))
      .toMatchObject({ ...all, owner: ServiceOwner.OPERATOR, declaresServices: false, workload: undefined });
  });

  test('of somebody else in the cluster is not declared again, and may hide its pods', () => {
    const all: Required<InClusterLocatorProps> = { namespace: 'team', addresses, podLabels: { a: '1' } };
    const locator = Locator.inCluster(all);
    expect(locator).toMatchObject({ owner: ServiceOwner.IN_CLUSTER, namespace: 'team', podLabels: { a: '1' }, declaresServices: false, isExternal: false });
    expect([Locator.inCluster({ namespace: 'team', addresses }).podLabels, locator.operator, locator.cidrs]).toEqual([undefined, undefined, undefined]);
  });

  test('outside has neither namespace nor pods, and may tell its address ranges and servers', () => {
    const all: Required<ExternalLocatorProps> = { addresses: [{ host: 'db.example.com', port: 1 }], cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'] };
    const locator = Locator.external(all);
    expect(locator).toMatchObject({ owner: ServiceOwner.EXTERNAL, cidrs: all.cidrs, endpoints: all.endpoints });
    expect([locator.declaresServices, locator.isExternal]).toEqual([false, true]);
    expect([locator.namespace, locator.podLabels, locator.primary.service]).toEqual([undefined, undefined, undefined]);
  });
});

describe('its addresses', () => {
  const { ALTERNATE, MANAGEMENT, MEMBER, PRIMARY, READ_ONLY } = AddressRole;
  const locator = Locator.inCluster({
    namespace: 'n', addresses: [service('m', MEMBER), service('admin', MANAGEMENT), service('p', PRIMARY), service('r1', READ_ONLY), service('r2', READ_ONLY), service('a', ALTERNATE)],
  });

  test('stand in the order given', () => expect(locator.addresses.map(address => address.service)).toEqual(['m', 'admin', 'p', 'r1', 'r2', 'a']));

  test('are found by their role, the first of several', () =>
    expect([locator.primary, ...Object.values(AddressRole).map(role => locator.address(role))].map(address => address?.service)).toEqual(['p', 'p', 'r1', 'a', 'm', 'admin']));

  test('are dialled but for the one of its managers, the primary one first', () =>
    expect(locator.dialled.map(address => address.service)).toEqual(['p', 'm', 'r1', 'r2', 'a']));

  test('may lack a role', () => expect(Locator.inCluster({ namespace: 'n', addresses }).address(READ_ONLY)).toBeUndefined());
});

describe('what was told of it stays as it was', () => {
  const given = { addresses: [service('db')], podLabels: { app: 'db' } as Record<string, string>, cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'] };
  const inside = Locator.inCluster({ namespace: 'n', addresses: given.addresses, podLabels: given.podLabels });
  const outside = Locator.external({ addresses: [{ host: 'db.example.com', port: 1 }], cidrs: given.cidrs, endpoints: given.endpoints });
  given.addresses.pop();
  given.podLabels.app = 'other';
  given.cidrs.pop();
  given.endpoints.pop();

  test('whatever its giver does to lists and maps later', () =>
    expect([inside.addresses.length, inside.podLabels, outside.cidrs, outside.endpoints]).toEqual([1, { app: 'db' }, ['203.0.113.0/24'], ['203.0.113.7']]));

  test.each<[string, () => unknown]>([
    ['labels', () => delete inside.podLabels!.app], ['addresses', () => inside.addresses.push(outside.primary)],
    ['address ranges', () => { outside.cidrs!.length = 0; }], ['endpoints', () => { outside.endpoints!.length = 0; }], ['labels of a workload', () => delete Locator.ofWorkload({ workload, addresses }).podLabels!.app],
  ])('and its %s take no change', (_, change) => expect(change).toThrow(TypeError));
});

test.each<[string[], string[] | undefined, string[] | undefined]>([
  [['203.0.113.7'], undefined, ['203.0.113.7/32']], [['2001:db8::7', '203.0.113.7', '203.0.113.7'], undefined, ['2001:db8::7/128', '203.0.113.7/32']],
  [['203.0.113.7'], ['203.0.113.0/24'], ['203.0.113.0/24']], [['203.0.113.7', 'a.example.com'], undefined, undefined], [['a.example.com'], undefined, undefined],
])('at %j, and told the ranges %j, answers from %j', (hosts, cidrs, expected) => {
  const all = hosts.map((host, i) => ({ host, port: 1, role: i === 0 ? AddressRole.PRIMARY : AddressRole.MEMBER }));
  const management = { host: '192.0.2.1', port: 2, role: AddressRole.MANAGEMENT };
  expect(Locator.external({ addresses: [...all, management], cidrs }).cidrs).toEqual(expected);
});

test.each<[string[], string[] | undefined, string[]]>([
  [['203.0.113.9', '203.0.113.10', '2001:db8::7'], undefined, ['203.0.113.9/32', '203.0.113.10/32', '2001:db8::7/128']], [['203.0.113.7'], ['203.0.113.0/24'], ['203.0.113.0/24']],
])('with the endpoints %j, and told the ranges %j, a name answers from %j', (endpoints, cidrs, expected) =>
  expect(Locator.external({ addresses: [{ host: 'a.example.com', port: 1 }], cidrs, endpoints }).cidrs).toEqual(expected));

test('endpoints stand sorted, whatever order they are given in', () =>
  expect(Locator.external({ addresses: [{ host: 'a.example.com', port: 1 }], endpoints: ['203.0.113.9', '2001:db8::7', '203.0.113.10'] }).endpoints)
    .toEqual(['2001:db8::7', '203.0.113.10', '203.0.113.9']));
