import { BindingEntry, BindingEntryOptions } from '../model/binding-entry';
import { assertRole } from '../model/binding-rules';
import { Credential } from '../model/credential';
import { hasRole, valueOfText } from '../model/env-text';
import { Locator } from '../model/locator';
import { assertNoCredential, assertNoCredentialAmongRoles, namesSecret, writtenSecret } from '../private/literal-secret';
import { sortedRecord } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { credentialEntries } from './credential-entries';
import { fileOf, serversOf } from './url-parts';

/** Throws BST018 if there is no text, BST801 if a role cannot be named so, BST510 or BST511 if a credential stands in one or in the name of a role; returns them sorted. */
export function assertTexts(texts: Record<string, string>, path: string): Record<string, string> {
  if (Object.keys(texts).length === 0) {
    throw new TopologyError({ code: 'BST018', path, problem: 'entries are said, and there is none', fix: 'give a text for each role that consumers are told, or leave entries out' });
  }
  for (const [role, text] of Object.entries(texts)) {
    assertRole(assertNoCredential(role, path), path);
    assertNoCredentialAmongRoles(text, path);
    if (text !== '' && !hasRole(text) && namesSecret(role)) throw writtenSecret('the role', role, path);
  }
  return Object.freeze(sortedRecord(texts));
}

/** Where it is, and each part that it is entered with: what consumers are told where nothing else is said, and what texts are made of. */
export function partEntries(locator: Locator, credential: Credential | undefined): BindingEntry[] {
  const { host, port, tls } = locator.primary;
  const servers = serversOf(locator);
  return [
    BindingEntry.text('host', host, { variable: 'HOST', file: 'host' }),
    BindingEntry.text('port', String(port), { variable: 'PORT', file: 'port' }),
    BindingEntry.text('servers', servers, servers.includes(',') ? { variable: 'SERVERS', file: 'servers' } : {}),
    BindingEntry.text('ssl', String(tls.isOfClient)),
    ...credentialEntries(credential, tls),
  ];
}

/**
 * The texts as entries, and behind them the parts that none of them is named after, which only other texts find: names of variables that a consumer chooses,
 * and the paths of certificates' files. Throws BST018 if a text cannot be read, or asks for a part that there is none of.
 */
export function textEntries(texts: Record<string, string>, parts: readonly BindingEntry[], path: string): BindingEntry[] {
  const told = Object.entries(texts).map(([role, text]) => {
    const part = parts.find(each => each.role === role);
    const value = valueOfText(role, text, parts, path);
    const named = part?.fileVariable === undefined ? namedAfter(role, fileOf(value, role)) : { file: part.file, fileVariable: part.fileVariable };
    return BindingEntry.of(role, value, named);
  });
  const left = parts.filter(({ role }) => !Object.hasOwn(texts, role));
  return [...told, ...left.map(({ role, value, file, fileVariable }) => BindingEntry.of(role, value, fileVariable === undefined ? {} : { file }))];
}

function namedAfter(role: string, file: string | undefined): BindingEntryOptions {
  return { variable: role.replaceAll('-', '_').toUpperCase(), file };
}
