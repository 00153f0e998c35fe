import { Tls } from '../model/tls';
import { assertNoCredential, assertNoUserinfo } from '../private/literal-secret';
import { pathFlaw } from '../private/request-path';
import { quote, TopologyError } from '../private/topology-error';
import { httpLocator } from './http-location';

/** Throws BST511 or BST027 unless it can be the URL of an issuer, which clients compare to the letter; returns its path, without a slash at its end. */
export function issuerPath(issuer: string, path: string): string {
  return httpLocator(issuer, Tls.byClient(), {}, path).primary.basePath;
}

/** Throws BST027 unless the path can stand behind the host of an issuer; returns it. */
export function assertIssuerPath(issuerAt: string, path: string): string {
  assertNoCredential(assertNoUserinfo(issuerAt, path), path);
  if (!/[{}]|\/$/.test(issuerAt) && pathFlaw(issuerAt) === undefined) return issuerAt;
  throw new TopologyError({
    code: 'BST027',
    path,
    problem: `${quote(issuerAt)} is no path of an issuer: allowed is what its URL has behind the host, as it is sent`,
    fix: 'begin it with "/" and end it without one, such as "/realms/shop"',
  });
}
