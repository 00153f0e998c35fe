import { Credential, DataAccess, IWorkload, Login } from '../../src';
import { isBranded } from '../../src/private/brand';
import { newTopology, newWorkload, vault } from '../support/declare';

const { READ_ONLY, READ_WRITE } = DataAccess;
const [all, reader] = ['all', 'reader'].map(entry => vault.secret(entry));
const orders = newWorkload(newTopology(), 'orders');

test.each<[string, Login, boolean, Credential[]]>([
  ['one credential', Login.shared(all), false, [all, all]], ['a second one for readers', Login.shared(all, reader), true, [all, reader]],
])('a login with %s gives it to whom it is for', (_, login, enforces, given) => {
  expect([READ_WRITE, READ_ONLY].map(access => login.credentialFor(orders, access))).toEqual(given);
  expect(login.enforcesReadOnly).toBe(enforces);
  expect(isBranded(login, 'Login')).toBe(true);
});

test('another login may give each consumer a credential of its own', () => {
  class PerConsumer extends Login {
    public readonly enforcesReadOnly = false;
    public credentialFor(consumer: IWorkload): Credential {
      return vault.secret(`db/${consumer.name}`);
    }
  }
  expect(new PerConsumer().credentialFor(orders).part('password').entry).toBe('db/orders');
  expect(isBranded(new PerConsumer(), 'Login')).toBe(true);
});
