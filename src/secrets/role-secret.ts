import { Binding } from '../model/binding';
import { BindingValue } from '../model/binding-value';
import { ConsumerRole, OperatedRoles } from '../model/operated-roles';
import { GeneratedSecret } from './generated-secret';
import { isGenerated } from './secret-generation';
import { SecretSupplier } from './secret-supplier';
import { SuppliedSecret } from './supplied-secret';

/** A user that an operator makes for the consumer of a binding, and the Secret that the operator reads its name and password from, beside its resource. @internal */
export interface ToldRole {
  readonly role: ConsumerRole;
  /** Kind and API group of the object that the operator makes the user because of. */
  readonly emittedKind: string;
  /** The Secret, if it is generated. */
  readonly generated?: GeneratedSecret;
  /** The Secret, if a store keeps what is in it. */
  readonly supplied?: SuppliedSecret;
}

/** The user of a binding's consumer; none if it has none alone. */
export function toldRole(binding: Binding): ToldRole | undefined {
  const { service: { login, locator }, consumer, access } = binding;
  const roles = login?._operatedRoles;
  if (!roles) return undefined;
  const role = roles.of(consumer, access);
  const told = { role, emittedKind: roles.emittedKind };
  return isGenerated(role.password)
    ? { ...told, generated: generatedOf(role, roles, locator.namespace!) }
    : { ...told, supplied: suppliedOf(binding, role, roles) };
}

function generatedOf({ name, object, password }: ConsumerRole, roles: OperatedRoles, namespace: string): GeneratedSecret {
  const { secretType: type, secretLabels } = roles;
  const { key, _generatedLength: length } = password;
  return { name: object, namespace, key: key!, length: length!, type, labels: { ...secretLabels }, texts: { username: name } };
}

function suppliedOf(binding: Binding, { object: name }: ConsumerRole, roles: OperatedRoles): SuppliedSecret {
  const { service, consumer, access } = binding;
  const { secretType: type, secretLabels: labels } = roles;
  const credential = service.login!.credentialFor(consumer, access);
  const values = ['password', 'username'].map(part => [part, BindingValue.secret(credential, part)] as const);
  return SuppliedSecret._of({ name, namespace: service.locator.namespace!, type, labels }, new Map(values));
}

/** Why a supplier cannot make the Secret for the operator, apart from what it says itself. */
export function unsuitable({ supplied, role: { password } }: ToldRole, supplier: SecretSupplier): string | undefined {
  if (!supplied) return undefined;
  const { name, composes } = supplier._of(password);
  if (!composes) return `the operator asks for a Secret with the name of the user beside the password, and ${name} writes no text`;
  return supplier.volumeOf(supplied) ? `the operator reads a Secret that is there without any pod, and ${name} makes it for pods alone` : undefined;
}
