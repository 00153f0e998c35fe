import { Provision } from '../model/provision';
import { httpUrl } from './http-url';

/** What clients are told of an issuer besides where it is. @internal */
export interface Issuer {
  /** To the letter as tokens carry it; what pods dial, if nothing else is said. */
  readonly issuer?: string;
  /** What the path of the issuer is in the cluster, where addresses have none. */
  readonly path?: string;
  readonly jwksUrl?: string;
  readonly tokenUrl?: string;
}

/** The URLs of an issuer. @internal */
export interface IssuerUrls extends Omit<Issuer, 'path'> {
  readonly issuer: string;
  readonly internalUrl: string;
  readonly discoveryUrl: string;
}

/** What the settings of a provision call it. */
const NAMES: Readonly<Record<keyof Issuer, string>> = { issuer: 'issuer', path: 'issuer-path', jwksUrl: 'jwks-uri', tokenUrl: 'token-url' };

/** A server with the issuer that it is. */
export function withIssuer(provision: Provision, issuer: Issuer): Provision {
  const members = Object.keys(NAMES) as (keyof Issuer)[];
  const said = members.flatMap(member => issuer[member] === undefined ? [] : [[NAMES[member], issuer[member]]]);
  return new Provision({ ...provision, settings: Object.fromEntries(said) as Record<string, string> });
}

/**
 * What is told of an issuer, whose provision may be that of somebody else. A slash at the issuer's end is taken away before the configuration's path.
 * Source: https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest
 */
export function issuerUrls(provision: Provision): IssuerUrls {
  const { settings } = provision;
  const { [NAMES.path]: path = '', [NAMES.issuer]: issuer, [NAMES.jwksUrl]: jwksUrl, [NAMES.tokenUrl]: tokenUrl } = settings;
  const internalUrl = httpUrl(provision.locator.primary) + path;
  return { jwksUrl, tokenUrl, issuer: issuer ?? internalUrl, internalUrl, discoveryUrl: `${internalUrl}/.well-known/openid-configuration` };
}
