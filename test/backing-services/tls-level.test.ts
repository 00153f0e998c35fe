import { Tls, TlsAuthority } from '../../src';
import { TlsLevel, tlsLevelOf } from '../../src/backing-services/tls-level';

test.each([
  [Tls.NONE, TlsLevel.OFFERED], [Tls.BY_MESH, TlsLevel.OFFERED], [Tls.inProtocol(TlsAuthority.NONE), TlsLevel.ENCRYPTED],
  [Tls.inProtocol(), TlsLevel.VERIFIED],
  [Tls.byClient(TlsAuthority.LOGIN), TlsLevel.VERIFIED],
])('a client is promised what its own TLS gives', (tls, level) => expect(tlsLevelOf(tls)).toBe(level));
