import { BindingEntry } from '../../src';
import { secretTemplate } from '../../src/secrets/external-secrets/secret-template';
import { render } from './external-secrets-operator';

/** What a consumer reads in a role, where a store keeps these parts of the credential, as the External Secrets Operator puts it together. */
export function rendered(entries: readonly BindingEntry[], role: string, parts: Readonly<Record<string, string>>): string {
  const { value } = entries.find(entry => entry.role === role)!;
  const names = Object.keys(parts);
  return render(secretTemplate(value.parts, ({ name }) => `k${names.indexOf(name!)}`), new Map(names.map((name, nth) => [`k${nth}`, parts[name]])));
}
