import { Credential } from '../model/credential';
import { listed, quote, TopologyError } from '../private/topology-error';

/** What PostgreSQL is entered with: user and password, user and certificate, or a whole URL. */
export const ENTERS_POSTGRES = [['username', 'password'], ['username', 'client-certificate', 'private-key'], ['uri']];

/** What Redis is entered with: a password, or a whole URL. */
export const ENTERS_REDIS = [['password'], ['uri']];

/** What the API of S3 is entered with. A token of a session comes with both. */
export const ENTERS_OBJECT_STORAGE = [['access-key-id', 'secret-access-key']];

/** What Elasticsearch is entered with: a user, an API key as Kibana shows it (encoded), a token of a service account, a certificate. */
export const ENTERS_ELASTICSEARCH = [['username', 'password'], ['api-key'], ['token'], ['client-certificate', 'private-key']];

/** What OpenSearch is entered with: a user, a JSON Web Token, a certificate. */
export const ENTERS_OPENSEARCH = [['username', 'password'], ['token'], ['client-certificate', 'private-key']];

/** What is a client of an OpenID provider: a confidential one has a secret or a key too, a public one has none. */
export const IS_OIDC_CLIENT = [['client-id']];

/** Throws BST017 unless the credential has all parts of one of the sets that a kind can be entered with; returns the credential. */
export function assertParts(credential: Credential, sets: readonly (readonly string[])[], path: string): Credential {
  if (sets.some(set => set.every(part => credential.has(part)))) return credential;
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: `the credential has ${listed(Object.keys(credential.parts))}: due is ${sets.map(set => set.map(quote).join(' and ')).join(', or ')}`,
    fix: 'name the missing parts, such as vault.secret(entry, { username: "user", password: "pass" })',
  });
}
