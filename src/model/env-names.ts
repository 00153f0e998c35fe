import { accept, guard } from '../private/boundary';
import { assertNoCredential, assertNoCredentialAmongRoles, namesSecret, writtenSecret } from '../private/literal-secret';
import { assertName, NameRule, sortedRecord } from '../private/names';
import { OnePerMeaning } from '../private/one-per-meaning';
import { TopologyError } from '../private/topology-error';
import { BindingEntry } from './binding-entry';
import { variablePrefix } from './binding-name';
import { BindingValue } from './binding-value';
import { hasRole, valueOfText, wholeEntryOf } from './env-text';
import { NamedValue } from './named-value';
import { assertNotReserved, NamingBinding } from './reserved-variables';

/** A binding, as far as a convention of names looks at it. */
export interface INamedBinding {
  /** Name of the binding. */
  readonly name: string;
  /** Type of the binding, a word of the Service Binding specification: postgresql, redis, kafka, http. */
  readonly bindingType: string;
  /** What the consumer is told. */
  readonly entries: BindingEntry[];
}

const MAPS = new OnePerMeaning<EnvNames>();

/** How a consumer wants its environment variables named: a convention over the roles of a binding. */
export abstract class EnvNames {
  /** `<BINDING>_URL` and whatever else the kind names: the binding's name in capitals, and the last part that the entry gives. */
  public static readonly DEFAULT: EnvNames = new class DefaultNames extends EnvNames {
    public readonly _isDefault = true;

    public variablesOf({ name, entries }: INamedBinding): Record<string, string> {
      const prefix = variablePrefix(name);
      return Object.fromEntries(entries.flatMap(({ role, variable, fileVariable }) => [
        ...variable === undefined ? [] : [[prefix + variable, `{${role}}`]],
        ...fileVariable === undefined ? [] : [[prefix + fileVariable, `{${role}:file}`]],
      ]));
    }

    /** What the texts of `variablesOf` say, without the texts: most bindings are named so, and each name is of one binding alone. */
    public _valuesOf({ name, entries }: INamedBinding, path: string, after?: NamingBinding): NamedValue[] {
      const named = (last: string) => assertNotReserved(variablePrefix(name) + last, path, after);
      return entries.flatMap(entry => [
        ...entry.variable === undefined ? [] : [{ name: named(entry.variable), value: entry.value, entry }],
        ...entry.fileVariable === undefined ? [] : [{ name: named(entry.fileVariable), value: BindingValue.file(entry.file!) }],
      ]);
    }
  }();

  /**
   * Just these variables, each a text over the roles of the binding: `{ REDIS_ADDR: '{host}:{port}', PGHOST: '{host}' }`.
   *
   * A secret that stands among other text says how it is encoded there: `{password:percent}` in a URL, `{password:libpq}` in a connection
   * string of libpq, `{password:ado}` in one of .NET, `{password:jaas}` in a JAAS configuration, `{password:none}` where no character of it has a meaning. `{ca:file}` is the path of a role's file; a brace is `{{` or `}}`.
   *
   * A role that is `true` or `false` is told in the client's own words: `SMTP_SECURE: '{ssl?ssl:none}'`, `redis{ssl?s:}://{host}`.
   *
   * @throws BST801 if a name cannot be a variable's, BST018 if there is none or one is a variable that changes how programs run, BST511 or
   * BST510 if a password stands in a text, or a text without a role under the name of a secret
   */
  public static map(variables: Record<string, string>): EnvNames {
    const sorted = Object.freeze(assertVariables(variables, 'EnvNames.map'));
    return MAPS.of(JSON.stringify(sorted), () => new MappedNames(sorted));
  }

  /** Whether it is this package's own, by which no two bindings of unlike names claim one variable. @internal */
  public readonly _isDefault: boolean = false;

  /**
   * The variables of a binding, each a text over the binding's roles as `EnvNames.map` describes it. Asked once for each binding; the answer
   * is held to the same rules.
   */
  public abstract variablesOf(binding: INamedBinding): Record<string, string>;

  /** What `variablesOf` answers, held to the rules, with the values of its texts. @internal */
  public _valuesOf(binding: INamedBinding, path: string, _after?: NamingBinding): NamedValue[] {
    const told = this.variablesOf(binding);
    accept('string{}', told, 'what variablesOf() of the EnvNames gives', path);
    return Object.entries(assertVariables(told, path)).map(([name, text]) => ({
      name,
      value: valueOfText(name, text, binding.entries, path),
      entry: wholeEntryOf(text, binding.entries),
    }));
  }
}

guard('EnvNames', EnvNames);

const NAME: NameRule = {
  what: 'an environment variable',
  pattern: /^(?!(__proto__|constructor)$)[A-Za-z_][A-Za-z0-9_]*$/,
  longest: 255,
  allowed: 'letters, digits and "_", no digit first, at most 255 characters; not "constructor", which cdk8s cannot render',
};

/** Throws BST801 or BST018 unless every name can be that of a variable which tells of a service, BST510 or BST511 if a credential stands in a text; returns them sorted. */
export function assertVariables(variables: Record<string, string>, path: string): Record<string, string> {
  for (const [name, text] of Object.entries(variables)) {
    assertName(NAME, assertNoCredential(name, path), path);
    assertNoCredentialAmongRoles(text, path);
    if (text !== '' && !hasRole(text) && namesSecret(name)) throw writtenSecret('the variable', name, path);
    assertNotReserved(name, path);
  }
  return sortedRecord(variables);
}

function refused(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST018', path, problem, fix });
}

class MappedNames extends EnvNames {
  constructor(private readonly variables: Record<string, string>) {
    super();
    if (Object.keys(variables).length === 0) throw refused('EnvNames.map', 'a map of no variables tells nothing', 'name variables, or ask for files with BindingDelivery.FILES');
  }

  public variablesOf(): Record<string, string> {
    return this.variables;
  }
}
