import { keyspacesHost } from '../../src/backing-services/amazon-keyspaces';
import { expectRefusal } from '../support/declare';

test.each([
  ['us-east-1', 'cassandra.us-east-1.amazonaws.com'], ['us-gov-west-1', 'cassandra.us-gov-west-1.amazonaws.com'], ['cn-north-1', 'cassandra.cn-north-1.amazonaws.com.cn'],
])('in %s it is at %s', (region, host) => expect(keyspacesHost(region, 'p')).toBe(host));

test.each(['', 'eu', 'EU-CENTRAL-1', 'eu-central-1a', 'eu-central-1.evil.example'])('BST801: %j is no region', region =>
  expectRefusal(() => keyspacesHost(region, 'p'), 'BST801', 'p', 'an AWS Region', 'eu-central-1'));
