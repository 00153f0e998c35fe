/**
 * Characters that go-yaml, Kubernetes' parser, refuses or takes for the end of a line; and octal numbers: cdk8s writes YAML 1.1, in which
 * `0o14` is text that needs no quotes, but Go and YAML 1.2 read 12 from it.
 */
const LOST = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|^[-+]?0o[0-7_]+$/iu;

/** Whether Kubernetes reads from the YAML exactly this text. */
export function survivesYaml(text: string): boolean {
  return !LOST.test(text);
}
