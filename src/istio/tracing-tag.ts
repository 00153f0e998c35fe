import { guard } from '../private/boundary';
import { assertHeaderName } from '../private/header-name';
import { assertNoCredentialInText, namesSecret, writtenSecret } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { survivesYaml } from '../private/manifest-text';
import { assertName, NameRule } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { isCredentialHeader, tellsSecret } from './told-secret';

/** How a Telemetry says where the value of a tag comes from. @internal */
export interface CustomTagSpec {
  readonly literal?: { readonly value: string };
  readonly header?: { readonly name: string; readonly defaultValue?: string };
  readonly environment?: { readonly name: string; readonly defaultValue?: string };
}

const LONGEST_VALUE = 1024;

/** A key of a map in YAML, where `<<` would be another; cdk8s would drop one that is `__proto__`, and cannot render `constructor`. */
const TAG: NameRule = {
  what: 'a tag of spans',
  pattern: /^(?!(__proto__|constructor)$)[A-Za-z_][\w./:-]*$/,
  longest: 253,
  allowed: 'letters, digits, "_", ".", "/", ":" and "-", a letter or "_" first, at most 253 characters, not "__proto__" and not "constructor"',
};

const VARIABLE: NameRule = {
  what: 'a variable of a proxy', pattern: /^[A-Za-z_]\w*$/, longest: 253, allowed: 'letters, digits and "_", no digit first, at most 253 characters',
};

/**
 * A tag that every span carries. Spans are kept and shown by whoever traces, so that no tag takes its value from where credentials are.
 * Source: https://istio.io/latest/docs/reference/config/telemetry/#Tracing-CustomTag
 */
export class TracingTag {
  /**
   * A tag of one value.
   *
   * @throws BST801 if the tag cannot be called so, BST510 or BST511 if a credential stands in the value, BST660 if the value is empty, above 1024 characters or
   * holds control characters
   */
  public static literal(name: string, value: string): TracingTag {
    const path = 'TracingTag.literal';
    assertName(TAG, name, path);
    if (namesSecret(name)) throw writtenSecret('the tag', name, path);
    return new TracingTag(name, { literal: { value: assertValue(value, name, path) } });
  }

  /**
   * A tag of the value of a request's header.
   *
   * @param defaultValue the value of requests without that header; without one they have no such tag
   * @throws BST801 if `header` is not a header name or the tag cannot be called so, BST660 if the header carries credentials, such as Authorization and Cookie, or if the
   * default is no value
   */
  public static header(name: string, header: string, defaultValue?: string): TracingTag {
    const path = 'TracingTag.header';
    assertName(TAG, name, path);
    const carrier = assertHeaderName(header, path);
    if (isCredentialHeader(carrier)) throw tellsSecret('the header', carrier, path);
    return new TracingTag(name, { header: { name: carrier, ...defaultOf(defaultValue, name, path) } });
  }

  /**
   * A tag of the value of a variable in the proxy's environment, which the injection template or `proxy.istio.io/config` gives it.
   *
   * @param defaultValue the value where the proxy has no such variable; without one there is no such tag
   * @throws BST801 if the variable or the tag cannot be called so, BST660 if the variable has the name of a secret, or if the default is no value
   */
  public static environment(name: string, variable: string, defaultValue?: string): TracingTag {
    const path = 'TracingTag.environment';
    assertName(TAG, name, path);
    assertName(VARIABLE, variable, path);
    if (namesSecret(variable)) throw tellsSecret('the variable', variable, path);
    return new TracingTag(name, { environment: { name: variable, ...defaultOf(defaultValue, name, path) } });
  }

  private constructor(
    /** What the tag is called. */
    public readonly name: string,
    /** @internal */
    public readonly _spec: CustomTagSpec,
  ) {
    lockMembers(this);
  }
}

guard('TracingTag', TracingTag);

function defaultOf(value: string | undefined, tag: string, path: string): { readonly defaultValue?: string } {
  return value === undefined ? {} : { defaultValue: assertValue(value, tag, path) };
}

function assertValue(value: string, tag: string, path: string): string {
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST_VALUE && survivesYaml(value)) return assertNoCredentialInText(value, path);
  throw new TopologyError({
    code: 'BST660',
    path,
    problem: `the value of the tag ${quote(tag)} (not repeated here): allowed are 1 to ${LONGEST_VALUE} characters, none a control character and none invisible, no octal number like 0o14`,
    fix: 'give a value that can be read in a span',
  });
}
