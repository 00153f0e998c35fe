import * as fc from 'fast-check';
import { assertNoCredential, assertNoUserinfo, assertReference } from '../../src/private/literal-secret';
import { accepts, expectRefusal, hostileText, refusalOf } from '../support/declare';

/** Shapes of credentials, none of them one: the issuers' prefixes with a canary behind. */
const CANARY = 'CANARYCANARYCANARY';
const CREDENTIALS = [
  `AKIA${'A'.repeat(16)}`, `ASIA${'B'.repeat(16)}`, `ghp_${CANARY}`, `gho_${CANARY}`, `ghs_${CANARY}`, `ghu_${CANARY}`, `github_pat_${CANARY}`, `glpat-${CANARY}`,
  `xoxb-${CANARY}`, `xoxp-${CANARY}`, `sk_live_${CANARY}`, `rk_live_${CANARY}`, `sk-${CANARY}xyz`, `AIza${CANARY}xyz`, `hvs.${CANARY}`,
  `s.${'c'.repeat(24)}`, `eyJ${CANARY}.${CANARY}`, '-----BEGIN PRIVATE KEY-----', `shop/ghp_${CANARY}`, 'd41d8cd98f00b204e9800998ecf8427e',
];

describe('a reference', () => {
  test.each([
    'shop/orders/db-credentials', 'cache', 'prod/eu-west-1/orders2023database', 'sk-team/db', 'eyJay', 'ASIAPAC/orders', 'myproductionpostgres15password',
    'AzureKeyVaultOrders01ConnectionStr', 'stripeApiKeyForProduction2024', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:MySecret-a1b2c3',
    'projects/123456789012/secrets/orders-db/versions/1', '550e8400-e29b-41d4-a716-446655440000', 'a'.repeat(253),
  ])('accepts %s', key => expect(assertReference(key, 'p')).toBe(key));

  test.each(CREDENTIALS)('BST510: refuses %s and does not repeat it', key => {
    expectRefusal(() => assertReference(key, 'vault'), 'BST510', 'vault', 'not repeated here', 'keep the credential in a secret store');
    expect(refusalOf(() => assertReference(key, 'vault')).message).not.toContain(key.slice(4));
  });

  test.each(['', 'pass word', 'p@ss', 'a'.repeat(254), 'päss', 'line\n', undefined as never, 5 as never])('BST510: refuses %j, which names nothing', key =>
    expectRefusal(() => assertReference(key, 'vault'), 'BST510', 'vault', 'letters, digits, ".", "_", "-", "/" and ":"'));

  test.each(['postgresql://app:CANARY@db/orders', 'Server=db;Password=CANARY', 'https://x/?access_token=CANARY'])('BST511: refuses %s and does not repeat it', key => {
    expectRefusal(() => assertReference(key, 'vault'), 'BST511', 'vault', 'not repeated here');
    expect(refusalOf(() => assertReference(key, 'vault')).message).not.toContain('CANARY');
  });

  test.each([
    ['letters and digits', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'], 0.99],
    ['lower-case letters and digits', [...'abcdefghijklmnopqrstuvwxyz0123456789'], 0.99],
    ['hexadecimal digits', [...'0123456789abcdef'], 1],
  ])('refuses random tokens of 32 %s', (_, alphabet, share) => {
    const tokens = fc.sample(fc.noBias(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 32, maxLength: 32 })), { numRuns: 1000, seed: 42 });
    const refused = tokens.filter(token => !accepts(() => assertReference(token, 'p')));
    expect(refused.length / tokens.length).toBeGreaterThanOrEqual(share);
  });

  test('refuses with a message that is the same for every text', () => {
    fc.assert(fc.property(hostileText.filter(text => !accepts(() => assertReference(text, 'p'))), text => {
      expect(refusalOf(() => assertReference(text, 'p')).message).toMatch(/^BST51[01] p: a (literal that looks like a credential|URL with a user or password)/);
    }));
  });
});

describe('text that another rule judges', () => {
  test.each(['Not A Name', '', 'orders-db'])('accepts %p, no credential', text => expect(assertNoCredential(text, 'p')).toBe(text));
  test.each(CREDENTIALS)('BST510: refuses %s', text => expectRefusal(() => assertNoCredential(text, 'p'), 'BST510', 'p', 'not repeated here'));
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
