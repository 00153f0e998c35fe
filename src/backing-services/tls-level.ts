import { Tls, TlsAuthority } from '../model/tls';

/** What TLS gives a connection to a database. @internal */
export enum TlsLevel {
  /** Nothing is promised: clients may encrypt where the server offers that. */
  OFFERED = 'offered',
  /** It is encrypted, and nothing tells who answers. */
  ENCRYPTED = 'encrypted',
  /** It is encrypted, and the server is verified. */
  VERIFIED = 'verified',
}

/** What a client that starts TLS so is promised. */
export function tlsLevelOf({ isOfClient, authority }: Tls): TlsLevel {
  if (!isOfClient) return TlsLevel.OFFERED;
  return authority === TlsAuthority.NONE ? TlsLevel.ENCRYPTED : TlsLevel.VERIFIED;
}
