import { BindingEntry } from '../model/binding-entry';
import { EnvNames, INamedBinding } from '../model/env-names';

/** Texts over roles, by variable, as `EnvNames.map()` takes them. @internal */
export type Texts = Readonly<Record<string, string>>;

/** What a convention calls the things of a binding. @internal */
export interface PresetVariables {
  /** Told of every binding; one that lacks a role of theirs is refused. */
  readonly due?: Texts;
  /** Told of a binding that has the roles, such as those of a credential. */
  readonly ifTold?: Texts;
}

/**
 * A convention that somebody else wrote down. A service that it has no names for is told by the default ones.
 *
 * @param variablesFor what it calls the things of a binding; undefined if it has no words for them
 */
export function presetNames(variablesFor: (binding: INamedBinding) => PresetVariables | undefined): EnvNames {
  class PresetNames extends EnvNames {
    public variablesOf(binding: INamedBinding): Record<string, string> {
      const variables = variablesFor(binding);
      if (variables === undefined) return EnvNames.DEFAULT.variablesOf(binding);
      const { due = {}, ifTold = {} } = variables;
      return { ...Object.fromEntries(Object.entries(ifTold).filter(([, text]) => isTold(text, binding.entries))), ...due };
    }
  }
  return new PresetNames();
}

/** Whether a binding has each role of a text, and for a path the file. */
function isTold(text: string, entries: readonly BindingEntry[]): boolean {
  return [...text.matchAll(/\{([^{}:]+)(:file)?\}/g)].every(([, role, file]) => entries.some(entry => entry.role === role && (file === undefined || entry.file !== undefined)));
}
