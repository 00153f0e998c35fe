import * as fc from 'fast-check';
import { assertNoCredential, assertNoCredentialAmongRoles, assertNoUserinfo, assertStoreKey, namesSecret } from '../../src/private/literal-secret';
import { accepts, expectRefusal, hostileText, refusalOf } from '../support/declare';

/** Shapes of credentials, none of them one: the issuers' prefixes with a canary behind. */
const CANARY = 'CANARYCANARYCANARY';
const CREDENTIALS = [
  `AKIA${'A'.repeat(16)}`, `ASIA${'B'.repeat(16)}`, `ghp_${CANARY}`, `gho_${CANARY}`, `ghs_${CANARY}`, `ghu_${CANARY}`, `github_pat_${CANARY}`, `glpat-${CANARY}`,
  `xoxb-${CANARY}`, `xoxp-${CANARY}`, `sk_live_${CANARY}`, `rk_live_${CANARY}`, `sk-${CANARY}xyz`, `AIza${CANARY}xyz`, `hvs.${CANARY}`,
  `s.${'c'.repeat(24)}`, `eyJ${CANARY}.${CANARY}`, '-----BEGIN PRIVATE KEY-----', `shop/ghp_${CANARY}`, 'd41d8cd98f00b204e9800998ecf8427e',
];

/** What issuers mark; a bare digest is the name of an entry as often as a credential. */
const MARKED = CREDENTIALS.filter(text => !/^[0-9a-f]+$/.test(text));

describe('the name of an entry in a store', () => {
  test.each([
    'shop/orders/db-credentials', 'cache', 'sk-team/db', 'eyJay', 'ASIAPAC/orders', 'stripeApiKeyForProduction2024', 'a'.repeat(1024),
    'arn:aws:secretsmanager:us-east-1:123456789012:secret:MySecret-a1b2c3', 'rds!cluster-4f0e1c9a-0a1b-4c2d-8e3f-5a6b7c8d9e0f', 'orders+billing@eu=1',
    '550e8400-e29b-41d4-a716-446655440000', '9f86d081884c7d659a2feaa0c55ad015', 'Orders DB (prod)', 'Schlüssel', 'op://vault/item/field', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4',
  ])('can be %s', key => expect(assertStoreKey(key, 'p')).toBe(key));

  test.each(MARKED)('BST510: refuses %s and does not repeat it', key => {
    expectRefusal(() => assertStoreKey(key, 'vault'), 'BST510', 'vault', 'not repeated here', 'keep the credential in a secret store');
    expect(refusalOf(() => assertStoreKey(key, 'vault')).message).not.toContain(key.slice(4));
  });

  test.each(['', ' ', 'a'.repeat(1025), 'line\n', '\0', '0o14', undefined as never, 5 as never])('BST510: refuses %j, which names nothing', key =>
    expectRefusal(() => assertStoreKey(key, 'vault'), 'BST510', 'vault', 'printable text of at most 1024 characters'));

  test.each(['postgresql://app:CANARY@db/orders', 'Server=db;Password=CANARY', 'https://x/?access_token=CANARY'])('BST511: refuses %s and does not repeat it', key => {
    expectRefusal(() => assertStoreKey(key, 'vault'), 'BST511', 'vault', 'not repeated here');
    expect(refusalOf(() => assertStoreKey(key, 'vault')).message).not.toContain('CANARY');
  });

  test('is refused with a message that is the same for every text', () => {
    fc.assert(fc.property(hostileText.filter(text => !accepts(() => assertStoreKey(text, 'p'))), text => {
      expect(refusalOf(() => assertStoreKey(text, 'p')).message).toMatch(/^BST51[01] p: a (literal that looks like a credential|URL with a user or password)/);
    }));
  });
});

describe('text that another rule judges', () => {
  test.each(['Not A Name', '', 'orders-db'])('accepts %p, no credential', text => expect(assertNoCredential(text, 'p')).toBe(text));
  test.each(CREDENTIALS)('BST510: refuses %s', text => expectRefusal(() => assertNoCredential(text, 'p'), 'BST510', 'p', 'not repeated here'));

  test.each([
    'prod/eu-west-1/orders2023database', 'myproductionpostgres15password', 'AzureKeyVaultOrders01ConnectionStr', 'projects/123456789012/secrets/orders-db/versions/1', 'a'.repeat(253),
  ])('accepts %s, which somebody made up', text => expect(assertNoCredential(text, 'p')).toBe(text));

  test.each([
    ['19 characters', 'a1b2c3d4e5f6g7h8i9j', '20', 'a1b2c3d4e5f6g7h8i9j0'],
    ['3.52 bits a character', 'a1a1b2b2c3c3d4d4e5f6', '3.62', 'a1a1b2b2c3c3d4d5e6fg'],
    ['digits in one place', 'abcdefghijklmnopq123', 'in two', 'abcdefghijkl1mnopq23'],
    ['8 runs of one case in 20', 'abCDefGHijKLmnopqrsT', '9', 'abCDefGHijKLmnOpqrst'],
    ['31 hexadecimal digits', '0'.repeat(31), '32', '0'.repeat(32)],
    ['32 letters, none of them a digit', 'abcdefabcdefabcdefabcdefabcdefab', 'with one', 'abcdefabcdefabcdefabcdefabcdefa0'],
    ['a part of 19 characters', 'shop/a1b2c3d4e5f6g7h8i9j', '20', 'shop/a1b2c3d4e5f6g7h8i9j0'],
  ])('takes %s (%s), and not %s', (_, name, __, token) => {
    expect(assertNoCredential(name, 'p')).toBe(name);
    expectRefusal(() => assertNoCredential(token, 'p'), 'BST510', 'p', 'not repeated here');
  });

  test.each([
    ['letters and digits', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'], 0.99],
    ['lower-case letters and digits', [...'abcdefghijklmnopqrstuvwxyz0123456789'], 0.99],
    ['hexadecimal digits', [...'0123456789abcdef'], 1],
  ])('refuses random tokens of 32 %s', (_, alphabet, share) => {
    const tokens = fc.sample(fc.noBias(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 32, maxLength: 32 })), { numRuns: 1000, seed: 42 });
    const refused = tokens.filter(token => !accepts(() => assertNoCredential(token, 'p')));
    expect(refused.length / tokens.length).toBeGreaterThanOrEqual(share);
  });
});

test.each([['MONGO_PASS', true], ['pass', true], ['COMPASS', false], ['PASS_THROUGH', false]])('%s names a secret: %p', (name, names) => expect(namesSecret(name)).toBe(names));

describe('a text over roles', () => {
  test.each([
    'postgresql://{username:percent}:{password:percent}@{host}:{port}/{database}?sslmode=require', 'host={host} user={username:libpq} password={password:libpq} sslmode=require',
    'redis://:{password:percent}@{host}/0', 'postgresql://app@{host}/', '{host}:{port}', 'Bearer {token}', 'Server={host};Password={password:none};Encrypt=true', '{{"a": "{host}"}}', '',
    'sasl.jaas.config=PlainLoginModule required username="{username:none}" password="{password:none}";', 'https://{host}:8443/a', 'api_key={token}&v=2',
    '{bare-url}?ssl=%7B%22verifyIdentity%22%3Atrue%7D', '{url}?options=-c%20search_path%3Dorders%2Cpublic', 'redis{ssl?s:}://:{password:percent}@{host}', '{ssl?ssl:none}',
  ])('may be %s', text => expect(assertNoCredentialAmongRoles(text, 'p')).toBe(text));

  test.each([
    'postgresql://app:CANARY@{host}/', 'postgresql://{username:percent}:CANARY@{host}/', 'redis://:CANARY@{host}', 'host={host} password=CANARY', 'password="CANARY" host={host}',
    'Server={host};Pwd=CANARY', '{host}?access_token=CANARY', 'redis://a:{b}:CANARY@{host}', 'redis://a:CANARY/b?c#d@{host}', 'http://x/ redis://a::CANARY@{host}',
    'app:CANARY@tcp({host}:{port})/x', 'u:CANARY@{host}/d', 'dsn="u:CANARY@tcp({host})"', 'password={ssl?CANARY:}', 'redis://:{ssl?x:CANARY}@{host}',
  ])('BST511: refuses %s and does not repeat it', text => {
    expectRefusal(() => assertNoCredentialAmongRoles(text, 'p'), 'BST511', 'p', 'not repeated here', 'write the role of the credential');
    expect(refusalOf(() => assertNoCredentialAmongRoles(text, 'p')).message).not.toContain('CANARY');
  });

  test('BST510: refuses what looks like a credential, percent-encoded or not', () => {
    for (const text of ['{url}?key=q8Zr2Lw9Xk4Tn7Vb3Yc6Md1P', '{url}?a=b%26key%3Dq8Zr2Lw9Xk4Tn7Vb3Yc6Md1P']) {
      expectRefusal(() => assertNoCredentialAmongRoles(text, 'p'), 'BST510', 'p', 'not repeated here');
    }
  });

  test('is read in a time that grows with its length alone', () => {
    for (const sign of [':', '://', '@', 'pass', 'password= ', '{', '{a?b:', '{a?', '-----BEGIN']) accepts(() => assertNoCredentialAmongRoles(`://${sign.repeat(300_000)}`, 'p'));
  });

  test.each(CREDENTIALS)('BST510 or BST511: refuses %s wherever it stands', text => {
    for (const around of [`{host} ${text}`, `{host}${text}`, `key=${text}&x`, `"${text}"`]) {
      expect(refusalOf(() => assertNoCredentialAmongRoles(around, 'p')).message).toMatch(/^BST51[01] p: .*not repeated here/);
    }
  });
});

describe('a locator', () => {
  test.each(['https://payments.example.com/v1', 'kafka-1.example.com:9092', 'https://design.example.com/secrets', ''])('accepts %p', text =>
    expect(assertNoUserinfo(text, 'p')).toBe(text));

  test('BST511: refuses every URL with a user or password, and does not repeat it', () => {
    const password = fc.string({ unit: 'grapheme', maxLength: 12 });
    const scheme = fc.constantFrom('https://', 'postgresql://', 'SASL_SSL://', '\u0001https://', ' https://', 'https:', '');
    fc.assert(fc.property(scheme, password, (start, secret) => {
      const message = refusalOf(() => assertNoUserinfo(`${start}app:CANARY${secret}@db.example.com`, 'p')).message;
      expect(message).toMatch(/^BST511 p: /);
      expect(message).not.toContain('CANARY');
    }));
  });

  test.each(['password', 'PWD', 'passwd', 'client_secret', 'access_token', 'api_key', 'apikey', 'api-key', 'X-Amz-Signature', 'sig', 'sslpassword'])(
    'BST511: refuses a DSN with %s=', word => expectRefusal(() => assertNoUserinfo(`https://h/?${word} =x`, 'p'), 'BST511', 'p', 'not repeated here'));
});

describe('the name of a secret', () => {
  test.each([
    'password', 'PGPASSWORD', 'DB_PASSWD', 'REDIS_PWD', 'key-passphrase', 'API_TOKEN', 'access-token', 'clientSecret', 'client-secret', 'api-key', 'API_KEY', 'APIKEY', 'apiKey',
    'AWS_SECRET_ACCESS_KEY', 'access-key', 'secret-key', 'SSH_PRIVATE_KEY', 'credential',
  ])('is %s', name => expect(namesSecret(name)).toBe(true));

  test.each(['TOKEN_TYPE', 'token-url', 'MAX_TOKENS', 'SECRET_NAME', 'PASSWORD_FILE', 'username', 'AWS_ACCESS_KEY_ID', 'CACHE_KEY', 'uri', ''])('is not %p', name =>
    expect(namesSecret(name)).toBe(false));
});
