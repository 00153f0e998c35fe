import { DataAccess, EnvNames, InClusterProps, Locator, Protocol, ServiceOwner, Tls, TlsAuthority, WorkloadPortOptions } from '../../src';
import { authorityOf, byNeighbour, byWorkload, provided } from '../../src/backing-services/provided-by';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const USUAL = { port: 80, protocol: Protocol.HTTP };
const workload = newWorkload(newTopology(), 'server');
const credentials = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
const tls = Tls.byClient(TlsAuthority.LOGIN);
const place = Locator.external({ addresses: [{ host: 'a.example', port: 80 }] });
const verified = Locator.external({ addresses: [{ host: 'a.example', port: 80, tls }] });

test('a workload takes every option', () => {
  const all: Required<Omit<WorkloadPortOptions, 'service'>> = {
    port: 8080, targetPort: 9090, headless: true, tls, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, credentials, readOnlyCredentials: vault.secret('ro'),
    kubernetesService: { publishNotReadyAddresses: true }, targetPortName: 'main',
  };
  const locator = byWorkload(workload, 'api', all, USUAL);
  expect(locator).toMatchObject({ owner: ServiceOwner.WORKLOAD, workload, namespace: 'shop', declaresServices: false, kubernetesServices: { 'its-own': all.kubernetesService } });
  expect(locator.addresses).toMatchObject([{ role: 'primary', host: 'its-own.shop.svc', port: 8080, targetPort: 9090, targetPortName: 'main', headless: true, tls, protocol: Protocol.HTTP }]);
});

test('a workload is reached by a Service of the id, at the usual port, unless told', () => {
  const locator = byWorkload(workload, 'api', {}, USUAL);
  expect(locator.declaresServices).toBe(true);
  expect(locator.primary).toMatchObject({ host: 'api.shop.svc', port: 80, targetPort: 80, headless: false, tls: Tls.NONE });
});

test('a workload is reached by the Service that is named, which is made', () =>
  expect(byWorkload(workload, 'api', { service: 'front' }, USUAL)).toMatchObject({ declaresServices: true, primary: { host: 'front.shop.svc' } }));

test('BST016: refuses a Service that is to be made and there already', () =>
  expectRefusal(() => provided(place, { service: 'a', existingService: 'b' }, 'p'), 'BST016', 'p', 'service "a" is to be made, and existingService "b" is there already'));

test('a neighbour takes every option', () => {
  const all: Required<InClusterProps> = {
    service: 'quotes', namespace: 'stock', podLabels: { app: 'quotes' }, port: 8080, targetPort: 9090, headless: true, tls, credentials, readOnlyCredentials: vault.secret('ro'),
  };
  const locator = byNeighbour(all, USUAL);
  expect(locator).toMatchObject({ owner: ServiceOwner.IN_CLUSTER, namespace: 'stock', podLabels: { app: 'quotes' }, declaresServices: false });
  expect(locator.addresses).toMatchObject([{ host: 'quotes.stock.svc', service: 'quotes', port: 8080, targetPort: 9090, headless: true, tls }]);
});

test('the pods of a neighbour may be unknown', () => {
  const { podLabels, primary } = byNeighbour({ service: 'quotes', namespace: 'stock' }, USUAL);
  expect([podLabels, primary.port, primary.targetPort]).toEqual([undefined, 80, 80]);
});

test('an authority that comes with the credential vouches for the server', () =>
  expect([authorityOf(credentials), authorityOf(undefined), authorityOf(vault.secret('a'))]).toEqual(['login', 'system', 'system']));

describe('credentials', () => {
  const enter = (access: DataAccess, readOnlyCredentials = vault.secret('ro')) =>
    provided(verified, { credentials, readOnlyCredentials }, 'p').login!.credentialFor(workload, access);

  test('one who only reads gets those that may only read, if there are any', () => {
    expect([enter(DataAccess.READ_WRITE), enter(DataAccess.READ_ONLY)].map(({ parts }) => parts.username.entry)).toEqual(['rw', 'ro']);
    expect(provided(place, { credentials }, 'p').login!.credentialFor(workload, DataAccess.READ_ONLY)).toBe(credentials);
  });

  test('whoever enters, the authority of the server is the same, unless another one is told', () => {
    expect(enter(DataAccess.READ_ONLY).part('ca').entry).toBe('rw');
    expect(enter(DataAccess.READ_ONLY, vault.secret('ro', { username: 'u', ca: 'ca' })).part('ca').entry).toBe('ro');
  });

  test('are not due', () => expect(provided(place, {}, 'p').login).toBeUndefined());

  test('each is completed as the kind says', () => {
    const { login } = provided(place, { credentials, readOnlyCredentials: credentials }, 'p', credential => credential.with('more', credential.part('ca')));
    expect([DataAccess.READ_ONLY, DataAccess.READ_WRITE].map(access => login!.credentialFor(workload, access).has('more'))).toEqual([true, true]);
  });
});

test('BST017: refuses credentials for those who only read alone', () =>
  expectRefusal(() => provided(place, { readOnlyCredentials: credentials }, 'shop/api'), 'BST017', 'shop/api', 'none for the others', 'give credentials too'));

test.each([undefined, vault.secret('rw')])('BST017: refuses to verify a server by an authority that nobody gives', without =>
  expectRefusal(() => provided(verified, { credentials: without }, 'shop/api'), 'BST017', 'shop/api', 'the part "ca" of the credentials', 'TlsAuthority'));

test.each([[credentials], [undefined]])('hands the names of the server on, with credentials and without', entered =>
  expect(provided(place, { credentials: entered, serverEnvNames: EnvNames.DEFAULT }, 'p').serverEnvNames).toBe(EnvNames.DEFAULT));
