import { ManagedPostgresProps } from '../../src';
import { azureDatabase } from '../../src/backing-services/azure-database';
import { expectRefusal, vault } from '../support/declare';

const provide = (props: Partial<ManagedPostgresProps> = {}) =>
  azureDatabase({ host: 'orders.postgres.database.azure.com', database: 'orders', credentials: vault.secret('rw'), ...props }, 'p');

test('its authorities are public, and its endpoints may be virtual', () => {
  const { locator } = provide({ host: 'orders.writer.postgres.database.azure.com', readerHost: 'orders.reader.postgres.database.azure.com', port: 6432 });
  expect(locator.addresses.map(({ hostAndPort, tls }) => `${hostAndPort} ${tls.authority}`)).toEqual([
    'orders.writer.postgres.database.azure.com:6432 system', 'orders.reader.postgres.database.azure.com:6432 system',
  ]);
});

test.each(['orders.example.com', 'orders.reader.postgres.database.azure.com'])('BST801: refuses %s to write to', host => expectRefusal(() => provide({ host }), 'BST801', 'p', 'a host of Azure Database'));
