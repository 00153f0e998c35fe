import { assertBucket, assertGoogleBucket, bucketAddress, canBeHost } from '../../src/backing-services/bucket-name';
import { accepts, expectRefusal, survivesHostileText } from '../support/declare';

const taken = (hold: typeof assertBucket, names: string[]) => names.filter(name => accepts(() => hold(name, 'p')));

test('a bucket is a name that every server of S3 takes, or an alias', () => {
  const right = ['abc', 'shop-files', '1.2.3', 'a'.repeat(63), 'my-point-abc123-s3alias', '192.168.5'];
  expect(taken(assertBucket, right)).toEqual(right);
  expect(taken(assertBucket, ['ab', 'a'.repeat(64), 'Shop', 'a_b', 'a..b', '-ab', 'ab-', '.ab', '192.168.5.4', 'a/b', 'abc\n'])).toEqual([]);
});

test('Google takes "_", and longer names with dots', () => {
  const right = ['a_b', 'files.example.com', `${'a'.repeat(63)}.${'b'.repeat(63)}`];
  expect(taken(assertGoogleBucket, right)).toEqual(right);
  expect(taken(assertGoogleBucket, ['ab', 'a'.repeat(64), `${'a'.repeat(64)}.b`, 'a..b', '_ab', '192.168.5.4'])).toEqual([]);
});

test('only a name of one label can stand before a host', () => {
  expect(['shop-files', 'shop.files', 'shop_files'].map(canBeHost)).toEqual([true, false, false]);
  expect(bucketAddress('shop', { host: 's3.example.com', port: 443 })).toEqual({ host: 'shop.s3.example.com', port: 443 });
});

test('BST801 and BST511: says what is allowed, and repeats no URL', () => {
  expectRefusal(() => assertBucket('Shop', 'p'), 'BST801', 'p', '"Shop"', '3 to 63 lower-case letters');
  expectRefusal(() => assertBucket('s3://shop', 'p'), 'BST511', 'p', 'not repeated here');
});

test('survives hostile text', () => survivesHostileText(text => [assertBucket, assertGoogleBucket].forEach(hold => hold(text, 'p'))));
