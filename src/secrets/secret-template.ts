import { BindingPart, SecretEncoding } from '../model/binding-value';

/**
 * A value as a template of the External Secrets Operator. Its `urlquery` writes a space as "+" and a plus as "%2B", so replacing "+"
 * afterwards gives the percent-encoding of RFC 3986, which every client decodes. Each "{" of a literal is escaped alone, because one
 * at its end would open the action behind it.
 */
export function secretTemplate(parts: BindingPart[]): string {
  return parts.map(part => {
    if (part.literal !== undefined) return part.literal.replaceAll('{', '{{ "{" }}');
    return part.encoding === SecretEncoding.PERCENT
      ? `{{ .${part.part} | urlquery | replace "+" "%20" }}`
      : `{{ .${part.part} }}`;
  }).join('');
}
