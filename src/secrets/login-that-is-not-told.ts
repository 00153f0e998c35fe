import { BindingValue } from '../model/binding-value';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ToldBinding } from '../model/told-binding';
import { distinct } from '../private/distinct';
import { listed } from '../private/topology-error';

/**
 * BST536
 *
 * @param found what `untoldOf` finds of each binding
 */
export function loginThatIsNotTold(found: Problem[]): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST536',
    title: 'login-that-is-not-told',
    severity: Severity.WARNING,
    rationale: 'Variables that are named one by one are all that a program is told: where none of them holds the password, no Secret is supplied, nothing in the YAML shows it, '
      + 'and the server turns its client away. A program that only looks whether the server is there needs no password, and some are let in by what this library does not see. '
      + 'Source: https://redis.io/docs/latest/commands/auth/',
    fix: 'name a variable for the password too, or deliver files, or acknowledge this where the program does not enter or is let in by other means',
    check: () => found,
  });
}

/** Parts by which nobody is let in: who answers, who asks, and for what. */
const LETS_NOBODY_IN: ReadonlySet<string> = new Set(['ca', 'username', 'database']);

/** What a consumer would have to be told to be let in, where it is told none of it. What a server is told is for its own setup, and for its owner to say. */
export function untoldOf(binding: ToldBinding): Problem[] {
  const { entries, variables, files, delivery, service, consumer } = binding;
  if (binding._isOfServer) return [];
  const due = entries.filter(({ value }) => keysIn(value).length > 0);
  if (due.length === 0 || [...variables, ...files].some(({ value }) => keysIn(value).length > 0)) return [];
  const byFile = !delivery.allFiles && due.some(({ file }) => file !== undefined) ? ', deliver its files' : '';
  return [Problem.of(
    binding._subject,
    `no variable and no file that "${consumer.name}" is given holds what "${service.name}" is entered with: ${listed(distinct(due.flatMap(({ value }) => keysIn(value))))}`,
    `${delivery.variables ? 'let' : 'deliver variables, and let'} one of its variables hold a role of ${listed(due.map(({ role }) => role))}${byFile}, `
      + 'or acknowledge this where the program does not enter or is let in by other means',
  )];
}

/** Names of the secret parts in a value that let somebody in. */
function keysIn(value: BindingValue): string[] {
  return value.holdsSecret ? value.parts.flatMap(({ secret, name }) => secret === undefined || LETS_NOBODY_IN.has(name!) ? [] : [name!]) : [];
}
