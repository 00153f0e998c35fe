import { BindingPart } from '../../model/binding-value';
import { SecretEncoding } from '../../model/secret-encoding';

/**
 * A value as a template of the External Secrets Operator.
 *
 * @param parts the pieces of the value
 * @param nameOf name that a part is fetched under
 */
export function secretTemplate(parts: BindingPart[], nameOf: (part: BindingPart) => string): string {
  return parts.map(part => part.literal === undefined ? ENCODED[part.encoding](field(nameOf(part))) : literalTemplate(part.literal)).join('');
}

/** Text that the operator renders as it is. Each "{" is escaped alone, because one at its end would open the action behind it. */
export function literalTemplate(text: string): string {
  return text.replaceAll('{', '{{ "{" }}');
}

/** A name with a dash is no field of a Go template. Source: https://pkg.go.dev/text/template#hdr-Arguments */
function field(name: string): string {
  return /^[a-z0-9]+$/.test(name) ? `.${name}` : `index . "${name}"`;
}

/**
 * `urlquery` writes a space as "+" and a plus as "%2B", so replacing "+" afterwards gives the percent-encoding of RFC 3986, which every client
 * decodes. libpq and JAAS read a quoted value in which a backslash stands before each quote and each backslash, .NET one in which quotes are doubled.
 */
const ENCODED: Record<SecretEncoding, (part: string) => string> = {
  [SecretEncoding.NONE]: part => `{{ ${part} }}`,
  [SecretEncoding.PERCENT]: part => `{{ ${part} | urlquery | replace "+" "%20" }}`,
  [SecretEncoding.LIBPQ]: part => `'{{ ${part} | replace "\\\\" "\\\\\\\\" | replace "'" "\\\\'" }}'`,
  [SecretEncoding.ADO]: part => `"{{ ${part} | replace "\\"" "\\"\\"" }}"`,
  [SecretEncoding.JAAS]: part => `"{{ ${part} | replace "\\\\" "\\\\\\\\" | replace "\\"" "\\\\\\"" }}"`,
};
