import { BindingPart } from '../model/binding-value';
import { CredentialPart } from '../model/credential-part';
import { SecretEncoding } from '../model/secret-encoding';
import { accept } from '../private/boundary';
import { distinct } from '../private/distinct';
import { SecretSupplier } from './secret-supplier';
import { SuppliedSecret } from './supplied-secret';
import { SuppliedVolume } from './supplied-volume';

/** Throws BST021 if a supplier answers neither yes nor no. */
export function answered(answer: boolean, method: string, path: string): boolean {
  accept('boolean', answer, given(method), path);
  return answer;
}

/** Who fetches each of several parts of credentials, each once. */
export function suppliersOf(parts: readonly BindingPart[], supplier: SecretSupplier): SecretSupplier[] {
  return distinct(parts.flatMap(({ secret }) => secret ? [supplier._of(secret)] : []));
}

/** Whether one supplier makes a value, which has parts that stores keep. */
export function makesValue(parts: readonly BindingPart[], supplier: SecretSupplier, path: string): boolean {
  const [one, ...others] = suppliersOf(parts, supplier);
  if (others.length > 0 || parts.length > 1 && !one.composes) return false;
  const encodings = distinct(parts.map(({ encoding }) => encoding)).filter(encoding => encoding !== SecretEncoding.NONE);
  return encodings.every(encoding => answered(one.encodes(encoding), 'encodes', path));
}

/** Whether a supplier makes all that is due of a part: the Secret, and the copy of what is in it. */
export function isGeneratedBy(supplier: SecretSupplier, part: CredentialPart): boolean {
  return supplier.generates(part) === true && (part.copy === undefined || supplier.keepsCopyOf(part) === true);
}

/** The key of a part, if its supplier names keys itself. Throws BST021 if that is no text. */
export function ownKeyOf(part: CredentialPart, supplier: SecretSupplier, path: string): string | undefined {
  return ifAny('string', supplier.keyOf(part), 'keyOf', path);
}

/** Why a supplier cannot fill a Secret, if it says so. Throws BST021 if that is no text. */
export function hindrance(secret: SuppliedSecret, supplier: SecretSupplier, path: string): string | undefined {
  return ifAny('string', supplier.whyNot(secret), 'whyNot', path);
}

/** The volume that a Secret needs, if it needs one. Throws BST021 if it is none. */
export function volumeFor(secret: SuppliedSecret, supplier: SecretSupplier, path: string): SuppliedVolume | undefined {
  return ifAny('SuppliedVolume', supplier.volumeOf(secret), 'volumeOf', path);
}

/** Python and Java say "nothing" by null. */
function ifAny<Answer>(type: string, answer: Answer | undefined | null, method: string, path: string): Answer | undefined {
  if (answer === undefined || answer === null) return undefined;
  accept(type, answer, given(method), path);
  return answer;
}

function given(method: string): string {
  return `what ${method}() of the SecretSupplier gives`;
}
