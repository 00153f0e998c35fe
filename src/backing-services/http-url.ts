import { Address } from '../model/address';
import { TlsStart } from '../model/tls';

/** The base URL of a server that answers HTTP requests, as consumers are given it: where the mesh starts TLS, that is `http`. The usual port is left out. */
export function httpUrl(address: Address): string {
  const { host, port, basePath } = address;
  const scheme = httpScheme(address);
  return `${scheme}://${host}${port === USUAL[scheme] ? '' : `:${port}`}${basePath}`;
}

/** The same with its port, for clients that take another one for granted where none is written. */
export function httpUrlWithPort(address: Address): string {
  return `${httpScheme(address)}://${address.hostAndPort}${address.basePath}`;
}

/** What consumers begin such a URL with. */
export function httpScheme({ tls }: Address): 'http' | 'https' {
  return tls.start === TlsStart.CLIENT ? 'https' : 'http';
}

const USUAL = { https: 443, http: 80 };
