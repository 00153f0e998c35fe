import { Locator, Provision } from '../../src';
import { bucketRoles, withBucket } from '../../src/backing-services/bucket-provision';
import { expectRefusal, textOf, vault } from '../support/declare';

const plain = (database?: string) => new Provision({ locator: Locator.external({ addresses: [{ host: 's3.example.com', port: 443 }] }), database });
const credential = vault.secret('obc', { 'bucket': 'b', 'region': 'r', 'path-style': 's' });
const roles = (...given: Parameters<typeof bucketRoles>) => Object.values(bucketRoles(...given)).map(textOf);

test('what is said comes before what the credential tells, and that before what servers take for granted', () => {
  const said = withBucket(plain(), { name: 'files', region: 'eu-1', pathStyle: false }, 'p', 'somebody');
  expect(said).toMatchObject({ database: 'files', provider: 'somebody' });
  expect(roles(said, credential, 'p')).toEqual(['files', 'eu-1', 'false']);
  expect(roles(withBucket(plain(), { name: 'files', pathStyle: true }, 'p'), credential, 'p')).toEqual(['files', '{obc r}', 'true']);
  expect(roles(plain('files'), undefined, 'p')).toEqual(['files', 'us-east-1', 'true']);
  expect(roles(plain(), credential, 'p')).toEqual(['{obc b}', '{obc r}', '{obc s}']);
});

test('BST017: somebody has to say which bucket it is', () => expectRefusal(() => roles(plain(), undefined, 'p'), 'BST017', 'p', 'says no bucket', 'a part "bucket"'));

test('BST801: a region is one', () => expectRefusal(() => withBucket(plain(), { name: 'abc', region: 'a b', pathStyle: true }, 'p'), 'BST801', 'p', '"a b"'));
