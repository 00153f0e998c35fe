import { Duration } from 'cdk8s';

/** A header that a token comes in. */
export interface JwtHeader {
  /** Name of the header. */
  readonly name: string;
  /**
   * What stands before the token, with the blank behind it.
   *
   * @default - nothing
   */
  readonly prefix?: string;
}

/** How tokens of an issuer are found, verified and handed on. Source: https://istio.io/latest/docs/reference/config/security/jwt/ */
export interface JwtOptions {
  /**
   * URL of the public keys that tokens are signed with, as a JSON Web Key Set. The control plane of the mesh fetches it, not the workload: neither its network policy nor
   * `REGISTRY_ONLY` matter, and the control plane has to be let out to there. While it cannot fetch the keys, every token is refused.
   *
   * @default - as the issuer's OpenID configuration tells, unless jwks are given; the issuer has to be an https URL then
   */
  readonly jwksUri?: string;
  /**
   * The public keys themselves, a JSON Web Key Set as text. They change with each rotation of the issuer's: `jwksUri` follows it.
   *
   * @default - they are fetched
   */
  readonly jwks?: string;
  /**
   * Audiences, of which a token has to name one.
   *
   * @default - any, which is right only if the issuer gives tokens for nobody else
   */
  readonly audiences?: string[];
  /**
   * Headers that a token may come in.
   *
   * @default - Authorization, behind "Bearer "; unless fromParams or fromCookies say otherwise
   */
  readonly fromHeaders?: JwtHeader[];
  /**
   * Parameters of the query that a token may come in. URLs are logged.
   *
   * @default - none
   */
  readonly fromParams?: string[];
  /**
   * Cookies that a token may come in.
   *
   * @default - none
   */
  readonly fromCookies?: string[];
  /**
   * Header that tells the workload what a verified token holds, as base64url of JSON.
   *
   * @default - it is not told
   */
  readonly outputPayloadToHeader?: string;
  /**
   * Headers that tell the workload single claims of a verified token: claim by header.
   *
   * @default - it is told none
   */
  readonly outputClaimToHeaders?: Record<string, string>;
  /**
   * Whether the workload is given the token itself, too.
   *
   * @default false
   */
  readonly forwardOriginalToken?: boolean;
  /**
   * Time limit of fetching the keys.
   *
   * @default - 5 s
   */
  readonly timeout?: Duration;
}

/** What of tokens is demanded. */
export interface RequireOptions {
  /**
   * Claims that a token of this issuer has to have: for each, the texts of which it has to be one, or hold one if it is a list.
   *
   * @default - none
   */
  readonly claims?: Record<string, string[]>;
  /**
   * Ports of the workload's pods at which requests need a token; only ports of HTTP or gRPC.
   *
   * @default - those of its services whose requests a mesh sees; of a gateway, all but those at which a service of bytes is declared: name them if other
   * bytes come through it, which would be turned away
   */
  readonly ports?: number[];
  /**
   * Paths at which requests need none, such as that of a health check; written as those of `AdmittedPeer`.
   *
   * @default - none
   */
  readonly exceptPaths?: string[];
  /**
   * Methods of requests that need none. OPTIONS lets in what a browser asks before it sends a request of another origin, which never has a token; a mesh looks for tokens before its CORS policy answers.
   * Source: https://fetch.spec.whatwg.org/#cors-preflight-fetch
   *
   * @default - none
   */
  readonly exceptMethods?: string[];
  /**
   * Whether requests without a token are let through, and those with one that is not valid are refused all the same.
   *
   * @default false
   */
  readonly optional?: boolean;
}
