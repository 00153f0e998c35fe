import { Duration } from 'cdk8s';
import { Secrets } from '../../src';
import { expectRefusal } from '../support/declare';

test('looks at the store every hour, or as often as it is told', () => {
  expect(Secrets.externalSecrets().refreshInterval.toMinutes()).toBe(60);
  expect(Secrets.externalSecrets({ refreshInterval: Duration.minutes(5) }).refreshInterval.toMinutes()).toBe(5);
});

test.each([0, 0.5])('BST009: refuses an interval of %d milliseconds, which the operator would take for "never"', millis =>
  expectRefusal(() => Secrets.externalSecrets({ refreshInterval: Duration.millis(millis) }), 'BST009', 'Secrets.externalSecrets', 'refreshInterval', `${millis}`));
