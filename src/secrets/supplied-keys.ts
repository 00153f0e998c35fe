import { BindingEntry } from '../model/binding-entry';

/**
 * The keys of a supplied Secret: an entry's file or, without one, its role; a text over several entries has the name of its variable. Names of the three
 * kinds may be alike, and one key would give two readers one value, so that later kinds give way.
 *
 * @internal
 */
export class SuppliedKeys {
  private readonly files: ReadonlySet<string>;
  private readonly roles: ReadonlySet<string>;

  constructor(entries: readonly BindingEntry[]) {
    this.files = new Set(entries.flatMap(({ file }) => file ?? []));
    this.roles = new Set(entries.flatMap(entry => entry.file === undefined ? [this.ofRole(entry)] : []));
  }

  /** The key of an entry as it is, if it has no file. */
  public ofRole({ role }: BindingEntry): string {
    return beside(role, '.role', this.files);
  }

  /** The key of a variable that is more than one entry, or another form of one. No variable has a dot in its name. */
  public ofVariable(name: string): string {
    return beside(name, '.variable', this.files, this.roles);
  }
}

function beside(name: string, ending: string, ...taken: ReadonlySet<string>[]): string {
  return taken.some(names => names.has(name)) ? beside(`${name}${ending}`, ending, ...taken) : name;
}
