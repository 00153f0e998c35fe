import { EnvNames, Locator, Login, Provision, ProvisionProps } from '../../src';
import { isBranded } from '../../src/private/brand';
import { vault } from '../support/declare';

const external = Locator.external({ addresses: [{ host: 'db.example.com', port: 1 }] });
const ofOperator = Locator.ofOperator({ operator: 'strimzi', resource: 'events', namespace: 'kafka', podLabels: { a: '1' }, addresses: [{ service: 'events', port: 1 }] });
const all: Required<ProvisionProps> = {
  locator: ofOperator, login: Login.shared(vault.secret('db')), provider: 'somebody', furtherServices: ['a-r'], furtherSecrets: ['a-ca'], serviceAccounts: ['a'],
  serverEnvNames: EnvNames.DEFAULT, database: '3', settings: { 'replica-set': 'rs0' },
};

test('tells all that it is given', () => {
  expect({ ...new Provision(all) }).toEqual(all);
  expect(isBranded(new Provision(all), 'Provision')).toBe(true);
});

test('is provided by the operator, if nobody else is named and there is one', () => {
  expect([ofOperator, external].map(locator => new Provision({ locator }).provider)).toEqual(['strimzi', undefined]);
  expect(new Provision({ locator: external }).login).toBeUndefined();
});

test('its settings are a copy that nobody changes', () => {
  const settings = { datacenter: 'dc1' };
  const provision = new Provision({ locator: external, settings });
  settings.datacenter = 'dc2';
  expect(provision.settings).toEqual({ datacenter: 'dc1' });
  expect(() => Object.assign(provision.settings, { datacenter: 'dc3' })).toThrow();
  expect(new Provision({ locator: external }).settings).toEqual({});
});
