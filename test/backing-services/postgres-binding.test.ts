import { DataAccess, SecretReference } from '../../src';
import { cloudNativePg } from '../../src/backing-services/cloud-native-pg';
import { postgresEntries, PostgresLocation } from '../../src/backing-services/postgres-binding';
import { newTopology, newWorkload, readable, requestFrom, vault } from '../support/declare';

const reason = 'made by the data team';
const orders = newWorkload(newTopology(), 'orders');
const stored: PostgresLocation = {
  endpoint: { origin: 'external' as never, host: 'db.example', port: 5433 }, provider: 'postgresql', database: 'or ders', credentials: vault.secret('rw'), sslmode: 'require',
};
const told = (location: Partial<PostgresLocation>, access = DataAccess.READ_WRITE) =>
  readable(postgresEntries({ ...stored, ...location }, requestFrom(orders, access)));

test('a URL is composed of encoded parts, and the parts are told beside it', () => {
  const url = 'postgresql://{rw username %}:{rw password %}@db.example:5433/or%20ders?sslmode=require';
  expect(told({})).toEqual({
    'URL': url, '(uri)': url, '(host)': 'db.example', '(port)': '5433', '(database)': 'or ders', '(username)': '{rw username}', '(password)': '{rw password}', '(sslmode)': 'require',
  });
});

test('an authority in the credentials is a file that the URL names', () => {
  const credentials = vault.secret('rw', { caProperty: 'ca.pem' });
  expect(told({ credentials, sslmode: 'verify-full' })).toMatchObject({
    'URL': expect.stringMatching(/\?sslmode=verify-full&sslrootcert=\/bindings\/b\/ca\.crt$/), '(ca.crt)': '{rw ca.pem}',
  });
});

test('one who only reads gets the credentials that may only read', () => {
  const url = told({ readOnlyCredentials: vault.secret('ro') }, DataAccess.READ_ONLY).URL;
  expect(url).toBe('postgresql://{ro username %}:{ro password %}@db.example:5433/or%20ders?sslmode=require');
});

test('a URL that somebody else keeps is told as it is, that of the reading user included', () => {
  const existing = (name: string) => SecretReference.existing(name, { reason, uriKey: 'url' });
  const location = { credentials: existing('rw'), readOnlyCredentials: existing('ro') };
  expect([told(location).URL, told(location)['(uri)']]).toEqual(['{rw url}', '{rw url}']);
  expect([told(location, DataAccess.READ_ONLY).URL, told(location, DataAccess.READ_ONLY)['(uri)']]).toEqual(['{ro url}', '{ro url}']);
});

describe('of CloudNativePG', () => {
  const location = cloudNativePg('orders', 'data', undefined, 'p');
  const TLS = '?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt';

  test("the URL is the operator's, with TLS verified", () => {
    expect(readable(postgresEntries(location, requestFrom(orders)))).toEqual({
      'URL': `{orders-app uri}${TLS}`,
      '(uri)': '{orders-app uri}',
      '(host)': 'orders-rw.data.svc',
      '(port)': '5432',
      '(database)': '{orders-app dbname}',
      '(username)': '{orders-app username}',
      '(password)': '{orders-app password}',
      '(sslmode)': 'verify-full',
      '(ca.crt)': '{orders-ca ca.crt}',
    });
  });

  test('one who only reads is led to the replicas, with parts that need no encoding', () => {
    const entries = readable(postgresEntries(location, requestFrom(orders, DataAccess.READ_ONLY)));
    expect(entries.URL).toBe(`postgresql://{orders-app username}:{orders-app password}@orders-ro.data.svc:5432/{orders-app dbname}${TLS}`);
    expect([entries['(host)'], entries['(uri)']]).toEqual(['orders-ro.data.svc', undefined]);
  });
});
