import { BindingPart } from '../../model/binding-value';
import { SecretEncoding } from '../../model/secret-encoding';

/**
 * A value as a template of the Vault Secrets Operator: Go's own functions, and of sprig those that the operator allows. Each "{" of a literal is escaped alone,
 * because one at its end would open the action behind it. `get` gives nothing for a property that Vault does not have, and the consumer would be given a URL without
 * a password: the operator is made to say so instead, and makes no Secret.
 * Source: hashicorp/vault-secrets-operator, template/funcs.go, helpers/template.go
 */
export function vaultTemplate(parts: readonly BindingPart[]): string {
  return parts.map(part => part.literal?.replaceAll('{', '{{ "{" }}') ?? fetched(part)).join('');
}

function fetched({ secret, encoding }: BindingPart): string {
  const { entry, property } = secret!;
  const [name, missing] = [property, `${entry} has no property ${property}`].map(text => JSON.stringify(text));
  return `{{ if hasKey .Secrets ${name} }}${ENCODED[encoding](`get .Secrets ${name}`)}{{ else }}{{ fail ${missing} }}{{ end }}`;
}

/**
 * `urlquery`, which is Go's own, writes a space as "+" and a plus as "%2B", so replacing "+" afterwards gives the percent-encoding of RFC 3986, which every client
 * decodes. libpq reads a quoted value in which a backslash stands before each quote and each backslash.
 */
const ENCODED: Record<SecretEncoding, (part: string) => string> = {
  [SecretEncoding.NONE]: part => `{{ ${part} }}`,
  [SecretEncoding.PERCENT]: part => `{{ ${part} | urlquery | replace "+" "%20" }}`,
  [SecretEncoding.LIBPQ]: part => `'{{ ${part} | toString | replace "\\\\" "\\\\\\\\" | replace "'" "\\\\'" }}'`,
  [SecretEncoding.ADO]: part => `"{{ ${part} | toString | replace "\\"" "\\"\\"" }}"`,
  [SecretEncoding.JAAS]: part => `"{{ ${part} | toString | replace "\\\\" "\\\\\\\\" | replace "\\"" "\\\\\\"" }}"`,
};
