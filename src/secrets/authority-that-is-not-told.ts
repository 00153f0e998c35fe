import { BindingEntry } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ToldBinding } from '../model/told-binding';

/**
 * BST539
 *
 * @param found what `untoldAuthorityOf` finds of each binding
 */
export function authorityThatIsNotTold(found: Problem[]): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST539',
    title: 'authority-that-is-not-told',
    severity: Severity.WARNING,
    rationale: 'Variables that are named one by one are all that a program is told: where none of them leads to the authority which signs for the server, its client knows those of '
      + 'its image alone, and turns the server away, or is set not to verify whom it gives the password to. An image may bring that authority, which this library does not see. '
      + 'Source: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBQ-SSL-CERTIFICATES',
    fix: 'name a variable for {ca:file} or {ca} too, or deliver files, or acknowledge this where the image has the authority',
    check: () => found,
  });
}

/** An authority that the credentials bring, where a workload is told to enter and not by whom the server is signed for. */
export function untoldAuthorityOf({ entries, variables, files, service, consumer, _isOfServer, _subject }: ToldBinding): Problem[] {
  const authority = entries.find(({ role }) => role === 'ca');
  const told = [...variables, ...files].map(({ value }) => value);
  if (_isOfServer || !authority || told.length === 0 || told.some(value => leadsTo(authority, value))) return [];
  return [Problem.of(
    _subject,
    `no variable and no file that "${consumer.name}" is given leads to the authority that signs for "${service.name}"`,
    `let one of its variables hold ${authority.file === undefined ? '' : '{ca:file} or '}{ca}, or acknowledge this where its image has the authority`,
  )];
}

function leadsTo({ value: authority, file }: BindingEntry, value: BindingValue): boolean {
  if (authority.text !== undefined && value.text === authority.text) return true;
  return value.parts.some(part => part.file === undefined ? part.secret !== undefined && part.name === 'ca' : part.file === file);
}
