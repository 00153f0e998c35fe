import { isMarkedCredential } from './literal-secret';
import { survivesYaml } from './manifest-text';
import { quote, TopologyError } from './topology-error';

/** A rule that a name must obey because the object that carries it demands so. */
export interface NameRule {
  /** Words for the message: what this name becomes. */
  readonly what: string;
  readonly pattern: RegExp;
  readonly longest: number;
  /** Words for the message: what is allowed. */
  readonly allowed: string;
  /** The refused names that a message repeats, where others may hold a credential; by default any but what an issuer marks as one. */
  readonly shown?: RegExp;
}

const LABEL_1123 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * The names of this library's elements and the rule behind each.
 * Sources: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and, for variables, `IsCIdentifier`.
 */
export const Names = {
  /** RFC 1035 label: a Service's name becomes a DNS label. */
  SERVICE: {
    what: 'a Service name',
    pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    longest: 63,
    allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 63 characters',
  },
  /** RFC 1123 label: namespaces, subsets, port names. */
  LABEL: {
    what: 'a DNS label',
    pattern: LABEL_1123,
    longest: 63,
    allowed: 'an RFC 1123 label: lower-case letters, digits and "-", at most 63 characters',
  },
  /** IANA service name (RFC 6335, 5.1): what a container calls a port. */
  PORT: {
    what: 'the name of a port',
    pattern: /^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    longest: 15,
    allowed: 'lower-case letters, at least one, digits and single "-" between them, at most 15 characters',
  },
  /** RFC 1123 subdomain: most object names. */
  SUBDOMAIN: {
    what: 'an object name',
    pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    longest: 253,
    allowed: 'an RFC 1123 subdomain: lower-case letters, digits, "-" and ".", at most 253 characters',
  },
  /** A host that a client may dial. What ends in a number is an address to WHATWG (https://url.spec.whatwg.org/#ends-in-a-number-checker). */
  HOST: {
    what: 'a host',
    pattern: /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)*(?!(\d+|0x[\da-f]*)$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    longest: 253,
    allowed: 'a lower-case DNS name, without scheme, port or credentials, at most 253 characters, 63 between dots, not a number at its end',
  },
  /** A key in a Secret's data. */
  SECRET_KEY: {
    what: 'a Secret key',
    pattern: /^(?!\.\.?$)[-._a-zA-Z0-9]+$/,
    longest: 253,
    allowed: 'letters, digits, "-", "_" and ".", at most 253 characters',
  },
  /** Kafka: `org.apache.kafka.common.internals.Topic`. */
  KAFKA_TOPIC: {
    what: 'a Kafka topic',
    pattern: /^(?!\.\.?$)(?!__)[a-zA-Z0-9._-]+$/,
    longest: 249,
    allowed: 'letters, digits, ".", "_" and "-", at most 249 characters, not "." or "..", not the reserved "__" prefix',
  },
} as const satisfies Record<string, NameRule>;

/** Throws BST801 unless `name` obeys the rule; returns the name. */
export function assertName(rule: NameRule, name: string, path: string, fix = 'choose such a name'): string {
  const fits = typeof name === 'string' && name.length <= rule.longest && rule.pattern.test(name);
  if (!fits || !survivesYaml(name)) {
    throw new TopologyError({
      code: 'BST801',
      path,
      problem: `${shown(rule, name)} cannot be ${rule.what}: ${fits ? 'Kubernetes would read something else from the YAML; ' : ''}allowed is ${rule.allowed}`,
      fix,
    });
  }
  return name;
}

function shown(rule: NameRule, name: unknown): string {
  const hides = typeof name === 'string' && (isMarkedCredential(name) || rule.shown !== undefined && !rule.shown.test(name));
  return hides ? 'a text (not repeated here)' : quote(name);
}

/** Orders text by code point, the same in every locale. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A copy of a map whose keys stand in code-point order. */
export function sortedRecord<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => byCodePoint(a, b)));
}
