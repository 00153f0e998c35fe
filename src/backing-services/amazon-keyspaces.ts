import { assertName, NameRule } from '../private/names';
import { CassandraKeyspaceOptions } from './cassandra-keyspace';
import { CredentialProps } from './credential-options';
import { ExternalServingOptions } from './serving-options';

/** Amazon Keyspaces. */
export interface AmazonKeyspacesProps extends ExternalServingOptions, CredentialProps, CassandraKeyspaceOptions {
  /** AWS Region: `eu-central-1`. */
  readonly region: string;
}

const REGION: NameRule = {
  what: 'an AWS Region',
  pattern: /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/,
  longest: 32,
  allowed: 'a code such as "eu-central-1"',
};

/** Where Amazon Keyspaces is in a region. Throws BST801 if that cannot be one. Source: https://docs.aws.amazon.com/keyspaces/latest/devguide/programmatic.endpoints.html */
export function keyspacesHost(region: string, path: string): string {
  assertName(REGION, region, path);
  return `cassandra.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}
