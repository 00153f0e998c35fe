import { assertRegion, assertSigningRegion, awsHost } from '../../src/backing-services/aws-region';
import { accepts, expectRefusal, survivesHostileText } from '../support/declare';

test.each([
  ['eu-central-1', 's3.eu-central-1.amazonaws.com'], ['us-gov-west-1', 's3.us-gov-west-1.amazonaws.com'], ['cn-north-1', 's3.cn-north-1.amazonaws.com.cn'],
  ['eusc-de-east-1', 's3.eusc-de-east-1.amazonaws.eu'], ['ap-southeast-11', 's3.ap-southeast-11.amazonaws.com'],
])('%s has the server %s', (region, host) => expect(awsHost('s3', assertRegion(region, 'p'))).toBe(host));

test.each(['EU-CENTRAL-1', 'eu-central', 'europe', 'eu-central-1.evil.example', 'eu-central-1\n', ''])('BST801: %j is no region of AWS', region =>
  expectRefusal(() => assertRegion(region, 'p'), 'BST801', 'p', 'such as eu-central-1'));

test('other servers have regions of other names', () => {
  expect(['auto', 'garage', 'EU_1', 'us-east-1'].filter(region => !accepts(() => assertSigningRegion(region, 'p')))).toEqual([]);
  expectRefusal(() => assertSigningRegion('a/b', 'p'), 'BST801', 'p', '"a/b"');
  expectRefusal(() => assertSigningRegion('https://eu.example.com', 'p'), 'BST511', 'p', 'not repeated here');
});

test('survives hostile text', () => survivesHostileText(text => [assertRegion, assertSigningRegion].forEach(hold => hold(text, 'p'))));
