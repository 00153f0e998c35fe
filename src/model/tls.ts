import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';
import { OnePerMeaning } from '../private/one-per-meaning';

/** Whose word is taken for who a server is. */
export enum TlsAuthority {
  /** The authorities that a client, or its sidecar, trusts by itself. */
  SYSTEM = 'system',
  /** The part `ca` of the credential that the client enters with. */
  LOGIN = 'login',
  /** Nobody's: the connection is encrypted, but nothing tells who answers. */
  NONE = 'none',
}

/** Who starts TLS towards a server, and when. */
export enum TlsStart {
  /** Nobody: the server speaks in the clear. Between workloads of one mesh the sidecars encrypt all the same. */
  NONE = 'none',
  /** The sidecar of the client; the client speaks in the clear to it. */
  MESH = 'mesh',
  /** The client, before any word of the protocol. */
  CLIENT = 'client',
  /** Client and server, in words of the protocol, as PostgreSQL does. */
  PROTOCOL = 'protocol',
}

const STARTED = new OnePerMeaning<Tls>();

/** How a connection is encrypted: who starts TLS, and who vouches for the server. */
export class Tls {
  /** The server speaks in the clear. Between workloads of one mesh the sidecars encrypt all the same. */
  public static readonly NONE = new Tls(TlsStart.NONE);

  /** The client's sidecar starts TLS, and trusts the authorities of its system; so a mesh can read, time and retry requests. */
  public static readonly BY_MESH = new Tls(TlsStart.MESH, TlsAuthority.SYSTEM);

  /**
   * The client starts TLS before any word of the protocol: a mesh sees bytes, and before them the server's name if the client sends it.
   *
   * @param authority who vouches for the server; by default the authorities that the client trusts by itself
   */
  public static byClient(authority: TlsAuthority = TlsAuthority.SYSTEM): Tls {
    return STARTED.of(`${TlsStart.CLIENT} ${authority}`, () => new Tls(TlsStart.CLIENT, authority));
  }

  /**
   * Client and server agree on TLS in words of their protocol: a mesh sees bytes and must not start TLS itself.
   *
   * @param authority who vouches for the server; by default the authorities that the client trusts by itself
   */
  public static inProtocol(authority: TlsAuthority = TlsAuthority.SYSTEM): Tls {
    return STARTED.of(`${TlsStart.PROTOCOL} ${authority}`, () => new Tls(TlsStart.PROTOCOL, authority));
  }

  private constructor(
    /** Who starts it. */
    public readonly start: TlsStart,
    /** Who vouches for the server; none where nobody starts TLS. */
    public readonly authority?: TlsAuthority,
    /** Whether every client is known to send the server's name before it encrypts. */
    public readonly namesServer = false,
  ) {
    lockMembers(this);
  }

  /** Whether the client itself encrypts, before or in words of the protocol. */
  public get isOfClient(): boolean {
    return this.start === TlsStart.CLIENT || this.start === TlsStart.PROTOCOL;
  }

  /**
   * The same, of clients that send the server's name as they start TLS (SNI), so that a mesh without addresses of its own for services outside can tell
   * servers on one port apart. Those of HTTP and gRPC do; those of Kafka do; many others do not, such as all that Node.js connects without a `servername`.
   * It means something with `Tls.byClient()` only.
   *
   * Sources: RFC 6066 (3); https://nodejs.org/api/tls.html#tlsconnectoptions-callback
   */
  public namingServer(): Tls {
    if (this.start !== TlsStart.CLIENT) return this;
    return STARTED.of(`${this.start} ${this.authority} naming`, () => new Tls(this.start, this.authority, true));
  }
}

guard('Tls', Tls);
