import { Duration } from 'cdk8s';
import { Redis, RedisProvider, SecretBindings, Secrets, SecretSupplier } from '../../src';
import { isBranded } from '../../src/private/brand';
import { expectRefusal, vault } from '../support/declare';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

function intervalOf(secrets: SecretSupplier): string {
  const declared = new Declaration();
  const { chart, topology } = declared;
  declared.workload('web').uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('c') }) }));
  new SecretBindings(chart, 'bindings', { topology, secrets });
  return emitted(chart, 'ExternalSecret')[0].spec.refreshInterval;
}

test('looks at the store every hour, or as often as it is told', () => {
  expect(intervalOf(Secrets.externalSecrets())).toBe('1h0m0s');
  expect(intervalOf(Secrets.externalSecrets({ refreshInterval: Duration.minutes(5) }))).toBe('5m0s');
});

test('what it gives is a supplier like that of anybody else', () => expect(isBranded(Secrets.externalSecrets(), 'SecretSupplier')).toBe(true));

test.each([0, 0.5])('BST009: refuses an interval of %d milliseconds, which the operator would take for "never"', millis =>
  expectRefusal(() => Secrets.externalSecrets({ refreshInterval: Duration.millis(millis) }), 'BST009', 'Secrets.externalSecrets', 'refreshInterval', `${millis}`));
