import { CredentialPart } from '../model/credential-part';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { CredentialProps } from './credential-options';
import { Complete, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';

/** What a kind's databases are called, and what they are entered with. @internal */
export interface DatabaseRules {
  readonly name: NameRule;
  readonly enters: readonly (readonly string[])[];
}

/** A user with a password. */
export const ENTERS_BY_PASSWORD = [['username', 'password']];
/** The same, or a whole URL, which somebody keeps who knows the server. */
export const ENTERS_BY_PASSWORD_OR_URL = [...ENTERS_BY_PASSWORD, ['uri']];

/** A database and how it is entered. @internal */
export type DatabaseOptions = CredentialProps & Omit<ProvidedOptions, 'database'> & { readonly database: string };

/**
 * A database with its users; its name is a part of what they enter with. Throws BST801 if it cannot be one, BST511 if a URL stands in its place, BST017 if
 * the credentials lack a part.
 */
export function databaseOfServer(locator: Locator, options: DatabaseOptions, rules: DatabaseRules, path: string): Provision {
  return provided(locator, { ...options, database: undefined }, path, ofDatabase(options.database, rules, path));
}

/** Holds a credential to what a kind asks, and adds the name of the database. */
export function ofDatabase(database: string, { name, enters }: DatabaseRules, path: string): Complete {
  const part = CredentialPart._literal(assertName(name, assertNoUrl(database, path), path));
  return credential => assertParts(credential, enters, path).with('database', part);
}

/** Throws BST017 if a provider, whoever wrote it, gives no credential though every user of the kind has a name. */
export function assertEntered(provision: Provision, kind: string, path: string): Provision {
  if (provision.login) return provision;
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: `the provider gives no credential: every user of ${kind} has a name`,
    fix: 'give the Provision a login, such as Login.shared(credential)',
  });
}
