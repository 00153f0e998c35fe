import { BindingEntry } from '../model/binding-entry';
import { BINDING_ROOT, variablePrefix } from '../model/binding-name';
import { BindingPart, BindingValue } from '../model/binding-value';
import { CredentialPart, SecretMaker } from '../model/credential-part';
import { NamedValue } from '../model/named-value';
import { assertNotReserved } from '../model/reserved-variables';
import { SecretEncoding } from '../model/secret-encoding';
import { ToldBinding } from '../model/told-binding';
import { BoundVariable } from './bound-variable';
import { escapeDollars } from './dollar-escape';
import { SecretSupplier } from './secret-supplier';
import { SuppliedKeys } from './supplied-keys';
import { SuppliedSecret } from './supplied-secret';
import { SuppliedVolume } from './supplied-volume';
import { makesValue, ownKeyOf, suppliersOf, volumeFor } from './supplier-answers';

/** A file of a binding: literal text, or a key of a Secret. @internal */
export interface PlannedFile {
  readonly path: string;
  readonly text?: string;
  readonly secretName?: string;
  readonly secretKey?: string;
}

/** Something of a binding that nothing can make, and why. @internal */
export interface Unmade {
  /** Variable or file. */
  readonly name: string;
  readonly reason: string;
  /** What makes it. @default - a store, or a whole text */
  readonly fix?: string;
}

/** Everything that a binding puts into a consumer's containers, and the Secret it has to be supplied with. @internal */
export interface BindingPlan {
  readonly binding: ToldBinding;
  /** Folder of the binding's files. */
  readonly folder: string;
  /** In order: a variable comes after those that it refers to. */
  readonly variables: BoundVariable[];
  readonly files: PlannedFile[];
  /** The Secret that is supplied from a store; none if nothing is kept in one. */
  readonly supplied?: SuppliedSecret;
  /** The volume that pods have to mount so that this Secret is there. */
  readonly volume?: SuppliedVolume;
  /** Every part of a credential that is read. */
  readonly references: CredentialPart[];
  readonly unmade: Unmade[];
}

/** Whether anything that a binding tells is made of a credential; where no login gives one, nothing can be, and nothing is asked. */
export function hasCredential(binding: ToldBinding): boolean {
  return binding.service.login !== undefined && binding.entries.some(({ value }) => value.holdsSecret);
}

const APART = 'tell its parts as they are, each in a variable of its own, by EnvNames.map';
const OR_APART = `or ${APART}`;

/** What a binding needs in containers whose binding folders lie below `root`. */
export function planBinding(binding: ToldBinding, supplier?: SecretSupplier, root = BINDING_ROOT): BindingPlan {
  return new Planning(binding, supplier, `${root}/${binding.name}`).plan();
}

/** Where a value comes from: text, or a key of a Secret. */
type Source = Omit<PlannedFile, 'path'>;

class Planning {
  private readonly variables: BoundVariable[] = [];
  private readonly files: PlannedFile[] = [];
  private readonly stored = new Map<string, BindingValue>();
  private readonly references = new Map<string, CredentialPart>();
  private readonly unmade: Unmade[] = [];
  private readonly secretName: string;
  private known?: SuppliedKeys;

  constructor(private readonly binding: ToldBinding, private readonly supplier: SecretSupplier | undefined, private readonly folder: string) {
    this.secretName = binding._secretName;
  }

  private get keys(): SuppliedKeys {
    this.known ??= new SuppliedKeys(this.binding.entries);
    return this.known;
  }

  public plan(): BindingPlan {
    const { binding, folder, variables, files, stored, unmade } = this;
    for (const variable of binding.variables) this.planVariable(variable);
    for (const entry of binding.files) this.planFile(entry);
    const supplied = stored.size === 0 ? undefined : this.secretOf(stored);
    return {
      binding, folder, variables, unmade,
      files: files.length === 0 && !binding.delivery.allFiles ? [] : [...ownFiles(binding), ...files],
      supplied,
      volume: supplied && this.supplier && volumeFor(supplied, this.supplier, binding.path),
      references: [...this.references.values()],
    };
  }

  private secretOf(stored: ReadonlyMap<string, BindingValue>): SuppliedSecret {
    const { consumer, bindingType } = this.binding;
    return SuppliedSecret._of({ name: this.secretName, namespace: consumer.namespace, type: `servicebinding.io/${bindingType}` }, stored);
  }

  private planFile(entry: BindingEntry): void {
    const source = this.sourceOf(entry.value, entry.file!);
    if (source) this.files.push({ path: entry.file!, ...source });
    else this.unmade.push({ name: entry.file!, ...this.whyUnmade(entry.value) });
  }

  private planVariable({ name, value, entry }: NamedValue): void {
    const source = this.sourceOf(value, entry ? entry.file ?? this.keys.ofRole(entry) : this.keys.ofVariable(name));
    if (source) {
      const { text, ...secret } = source;
      this.tell({ name, value: text === undefined ? undefined : escapeDollars(text), ...secret });
    } else if (isComposable(value)) {
      this.compose(name, value);
    } else {
      this.unmade.push({ name, ...this.whyUnmade(value) });
    }
  }

  /** Where a value can be read as a whole; undefined if there is no such place. */
  private sourceOf(value: BindingValue, key: string): Source | undefined {
    const secrets = secretsOf(value);
    for (const { secret } of secrets) this.references.set(secret!.place, secret!);
    if (secrets.length === 0) return { text: value.textIn(this.folder) };
    if (value.parts.length === 1 && !secrets[0].secret!.isStored && secrets[0].encoding === SecretEncoding.NONE) return inCluster(secrets[0]);
    if (!secrets.every(({ secret }) => secret!.isStored) || !this.isSupplied(value)) return undefined;
    const secretKey = this.keyOf(value) ?? key;
    this.stored.set(secretKey, withPaths(value, this.folder));
    return { secretName: this.secretName, secretKey };
  }

  /** Without a supplier that is another finding (BST519). */
  private isSupplied({ parts }: BindingValue): boolean {
    return !this.supplier || makesValue(parts, this.supplier, this.binding.path);
  }

  /** A part as it is kept may stand under a key that its supplier names. */
  private keyOf({ parts: [part, ...others] }: BindingValue): string | undefined {
    if (!this.supplier || others.length > 0 || part.encoding !== SecretEncoding.NONE) return undefined;
    return ownKeyOf(part.secret!, this.supplier, this.binding.path);
  }

  /** A variable made of variables, by the kubelet's `$(NAME)`, which encodes nothing. */
  private compose(name: string, { parts }: BindingValue): void {
    for (const part of parts) if (part.secret) this.tell({ name: this.nameOf(part), ...inCluster(part) });
    this.tell({
      name,
      value: parts.map(part => part.secret ? `$(${this.nameOf(part)})` : escapeDollars(part.literal ?? `${this.folder}/${part.file}`)).join(''),
    });
  }

  /** Of the variable that holds a part alone: another than one that is asked for and holds more. */
  private nameOf(part: BindingPart): string {
    const { binding } = this;
    const name = assertNotReserved(variablePrefix(binding.name) + part.name!.replaceAll('-', '_').toUpperCase(), binding.path, binding);
    const asked = binding.variables.find(variable => variable.name === name);
    return asked === undefined || asked.value.parts.length === 1 ? name : `${name}_PART`;
  }

  /** Several texts refer to one variable, which stands before the first of them; two variables of one name that differ are a finding. */
  private tell(variable: BoundVariable): void {
    if (!this.variables.some(told => isSame(told, variable))) this.variables.push(variable);
  }

  private whyUnmade(value: BindingValue): Omit<Unmade, 'name'> {
    const secrets = secretsOf(value).map(({ secret }) => secret!);
    const stored = secrets.filter(({ isStored }) => isStored).length;
    if (stored === secrets.length) {
      const [{ name }, ...others] = suppliersOf(value.parts, this.supplier!);
      if (others.length > 0) {
        const fetching = [name, ...others.map(other => other.name)];
        return { reason: `its parts are fetched by ${fetching.join(' and by ')}`, fix: `keep all its parts where one of them fetches, ${OR_APART}` };
      }
      return { reason: `${name} does not put it together, or does not encode its parts`, fix: `give the Platform a supplier that does, keep the whole text as a part "uri", ${OR_APART}` };
    }
    if (stored > 0) return { reason: 'it is made of parts of a store and of a Secret', fix: `keep all its parts in a secret store, ${OR_APART}` };
    const isMade = secrets.some(({ maker }) => maker !== SecretMaker.SOMEBODY);
    return { reason: 'nothing encodes a part of a Secret or puts it into a file', fix: isMade ? APART : undefined };
  }
}

function isSame(one: BoundVariable, other: BoundVariable): boolean {
  return one.name === other.name && one.value === other.value && one.secretName === other.secretName && one.secretKey === other.secretKey;
}

function secretsOf({ parts }: BindingValue): BindingPart[] {
  return parts.filter(({ secret }) => secret !== undefined);
}

/** Every part is safe as it is: none has to be encoded, and none comes from a store. */
function isComposable(value: BindingValue): boolean {
  return secretsOf(value).every(({ encoding, secret }) => encoding === SecretEncoding.NONE && !secret!.isStored);
}

/** Source: https://servicebinding.io/spec/core/1.1.0/#workload-projection (type, provider) */
function ownFiles({ bindingType, service: { provider } }: ToldBinding): PlannedFile[] {
  return [{ path: 'type', text: bindingType }, ...provider === undefined ? [] : [{ path: 'provider', text: provider }]];
}

/** The same value with the paths of files as text. */
function withPaths(value: BindingValue, folder: string): BindingValue {
  return BindingValue._of(value.parts.map(part => part.file === undefined ? part : BindingPart._literal(`${folder}/${part.file}`)));
}

function inCluster({ secret }: BindingPart): Source {
  return { secretName: secret!.secretName!, secretKey: secret!.key! };
}
