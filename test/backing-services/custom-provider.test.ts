import { AddressRole, CustomProvider, CustomWorkloadOptions, EnvNames, ExternalCustomProps, InClusterCustomProps, Protocol, Tls } from '../../src';
import { newTopology, newWorkload, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('mqtt', { username: 'u', password: 'p', ca: 'ca' });
const readOnlyCredentials = vault.secret('reader');
const asked = (provider: CustomProvider) => provider.provide(shop, 'devices');

test('a third party takes every option', () => {
  const all: Required<ExternalCustomProps> = {
    host: 'a.example', otherHosts: ['b.example'], furtherHosts: ['c.example'], port: 2379, protocol: Protocol.GRPC, tls: Tls.byClient(), cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'],
    credentials, readOnlyCredentials,
  };
  const { locator, login } = asked(CustomProvider.external(all));
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ isExternal: true, cidrs: all.cidrs });
  expect(locator.addresses.map(({ host, role }) => [host, role])).toEqual([
    ['a.example', AddressRole.PRIMARY], ['b.example', AddressRole.ALTERNATE], ['c.example', AddressRole.MEMBER]]);
  expect(locator.addresses.every(({ port, protocol, tls }) => port === 2379 && protocol === Protocol.GRPC && tls === all.tls)).toBe(true);
  expect(login!.enforcesReadOnly).toBe(true);
});

test('a third party is reached by TCP in the clear, without a credential, unless told', () => {
  const { locator: { primary }, login } = asked(CustomProvider.external({ host: 'a.example', port: 1883 }));
  expect([primary.tls, primary.protocol, login]).toEqual([Tls.NONE, Protocol.TCP, undefined]);
});

test('a workload and a neighbour take every option', () => {
  const of = { port: 8123, targetPort: 18123, headless: true, tls: Tls.NONE, protocol: Protocol.HTTP, credentials, readOnlyCredentials };
  const options: Required<Omit<CustomWorkloadOptions, 'service'>> = { ...of, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterCustomProps> = { ...of, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [CustomProvider.workload(newWorkload(shop, 'server'), options), CustomProvider.inCluster(props)]) {
    const { locator: { primary }, login } = asked(provider);
    expect(primary).toMatchObject({ host: 'its-own.shop.svc', port: 8123, targetPort: 18123, headless: true, protocol: Protocol.HTTP });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test('a workload and a neighbour speak TCP unless told', () => {
  for (const provider of [CustomProvider.workload(newWorkload(shop, 'mqtt'), { port: 1 }), CustomProvider.inCluster({ service: 's', namespace: 'n', port: 1 })]) {
    expect(asked(provider).locator.primary.protocol).toBe(Protocol.TCP);
  }
});
