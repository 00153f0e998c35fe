import { Duration } from 'cdk8s';
import { guard } from '../private/boundary';
import { assertDuration } from '../private/bounds';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertHeaderName } from '../private/header-name';
import { assertPublicKeys } from '../private/json-web-keys';
import { assertNoCredential, assertNoUserinfo } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule, sortedRecord } from '../private/names';
import { alternatives } from '../private/request-patterns';
import { quote, TopologyError } from '../private/topology-error';
import { JwtHeader, JwtOptions } from './jwt-props';

/** StringOrURI of RFC 7519; "*" would stand for others in a rule about tokens. */
const ISSUER: NameRule = {
  what: 'an issuer of tokens', pattern: /^[\x21-\x29\x2b-\x7e]+$/, longest: 1024, allowed: 'the text that tokens name in "iss": printable ASCII without blanks and "*"',
};
const TEXT: NameRule = { what: 'a text in tokens', pattern: /^[\x21-\x7e]+$/, longest: 1024, allowed: 'printable ASCII without blanks, at most 1024 characters' };
/** Source: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1; for parameters, what needs no encoding. */
const NAME: NameRule = { what: 'the name of a parameter or cookie', pattern: /^[\w.~-]+$/, longest: 256, allowed: 'letters, digits, "_", ".", "~" and "-", at most 256 characters' };
const PREFIX = /^[\x20-\x7e]{1,256}$/;

/** Tokens of an issuer, as a mesh verifies them: JSON Web Tokens (RFC 7519). `Workload.requires()` demands one. */
export class Jwt {
  /**
   * Tokens that an issuer signs.
   *
   * @param issuer as tokens name it in `iss`, to the letter
   * @throws BST801 if the issuer, an audience, a header, a parameter or a cookie can be none, BST542 if keys are given in two ways or cannot be found, or a list is empty, BST510 if jwks
   * hold a key that is not public, BST511 if a URL has a user or password in it, BST009 if the timeout is no duration
   */
  public static ofIssuer(issuer: string, options: JwtOptions = {}): Jwt {
    return new Jwt(issuer, options);
  }

  /** As tokens name it. */
  public readonly issuer: string;
  /** URL of the keys, if it was said. */
  public readonly jwksUri?: string;
  /** The public keys, if they were said. */
  public readonly jwks?: string;
  /** Audiences, sorted; undefined for any. */
  public readonly audiences?: string[];
  /** Headers that a token may come in, in the order given. */
  public readonly fromHeaders?: JwtHeader[];
  /** Parameters of the query that a token may come in, sorted. */
  public readonly fromParams?: string[];
  /** Cookies that a token may come in, sorted. */
  public readonly fromCookies?: string[];
  /** Header that tells what a token holds. */
  public readonly outputPayloadToHeader?: string;
  /** Headers that tell single claims: claim by header. */
  public readonly outputClaimToHeaders?: Record<string, string>;
  /** Whether the token is handed on. */
  public readonly forwardOriginalToken: boolean;
  /** Time limit of fetching the keys. */
  public readonly timeout?: Duration;

  private constructor(issuer: string, options: JwtOptions) {
    const path = 'Jwt.ofIssuer';
    const named = (what: string, rule: NameRule, names: readonly string[] | undefined) => alternatives(what, names, path, name => {
      assertName(rule, assertNoCredential(name, path), path);
    });
    this.issuer = assertName(ISSUER, assertNoCredential(issuer, path), path);
    assertKeys(issuer, options, path);
    this.jwksUri = options.jwksUri;
    this.jwks = options.jwks;
    this.audiences = named('audiences', TEXT, options.audiences);
    this.fromHeaders = options.fromHeaders && headers(options.fromHeaders, path);
    this.fromParams = named('fromParams', NAME, options.fromParams);
    this.fromCookies = named('fromCookies', NAME, options.fromCookies);
    this.outputPayloadToHeader = options.outputPayloadToHeader === undefined ? undefined : assertHeaderName(options.outputPayloadToHeader, path);
    this.outputClaimToHeaders = options.outputClaimToHeaders && claims(options.outputClaimToHeaders, path);
    this.forwardOriginalToken = options.forwardOriginalToken ?? false;
    this.timeout = assertDuration('timeout', options.timeout, path);
    lockMembers(this);
  }
}

guard('Jwt', Jwt);

/** Throws BST542 unless keys are told in one way. Source: istio, JWTRule.jwks_uri: of none, the OpenID configuration of the issuer tells it */
function assertKeys(issuer: string, { jwksUri, jwks }: JwtOptions, path: string): void {
  if (jwks !== undefined && jwksUri !== undefined) throw refused(path, 'jwks and jwksUri are given, and a mesh takes one of them', 'give one of them');
  if (jwks !== undefined) {
    assertPublicKeys(jwks, path);
    return;
  }
  const url = assertNoUserinfo(jwksUri ?? issuer, path);
  const isUrl = URL.canParse(url) && (/^https:/.test(url) || jwksUri !== undefined && /^http:/.test(url));
  if (isUrl) return;
  const problem = jwksUri === undefined ? `the issuer ${quote(issuer)} is no https URL, so nothing tells where its keys are` : `jwksUri ${quote(jwksUri)} is no URL: allowed is https:// or http:// with a host`;
  throw refused(path, problem, 'give jwksUri, or the public keys as jwks');
}

function headers(given: readonly JwtHeader[], path: string): JwtHeader[] {
  if (given.length === 0) alternatives('fromHeaders', [], path, () => undefined);
  return frozenList(given.map(({ name, prefix }) => {
    if (prefix !== undefined && !PREFIX.test(prefix)) throw refused(path, `the prefix ${quote(prefix)}: allowed are 1 to 256 printable characters`, 'give what stands before the token');
    const header = { name: assertHeaderName(name, path), ...prefix !== undefined && { prefix } };
    lockMembers(header);
    return header;
  }));
}

function claims(given: Readonly<Record<string, string>>, path: string): Record<string, string> {
  const held = Object.entries(given).map(([header, claim]) => [assertHeaderName(header, path), assertName(TEXT, claim, path)] as const);
  return frozenMap(sortedRecord(Object.fromEntries(held)));
}

function refused(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST542', path, problem, fix });
}
