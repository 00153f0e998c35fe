import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { ClientHttp2Session, connect as connectHttp2 } from 'node:http2';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { Through } from './orders';

/** A way to one host and port through a proxy of HBONE: https://istio.io/latest/docs/ambient/architecture/hbone/ */
export class Tunnel {
  /** Connects to the proxy and shows it who asks. */
  public static async open({ proxy, identity, address = '' }: Through, host: string, port: string | number): Promise<Tunnel> {
    const asked = address === '' ? (await lookup(host, 4)).address : address;
    const session = connectHttp2(`https://${proxy}`, {
      key: readFileSync(identity.keyFile), cert: readFileSync(identity.certificateFile), ca: readFileSync(identity.authorityFile),
      // The proxy has no name but a SPIFFE ID, which Node does not look at.
      checkServerIdentity: () => undefined,
    });
    session.on('error', () => undefined);
    const server = createServer(socket => pass(socket, session, `${asked}:${port}`)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Tunnel(session, server);
  }

  private constructor(private readonly session: ClientHttp2Session, private readonly server: Server) {}

  /** A connection, which is one to the host as far as its user can tell. */
  public connect(): Socket {
    return connect((this.server.address() as AddressInfo).port, '127.0.0.1');
  }

  public close(): void {
    this.server.close();
    this.session.destroy();
  }
}

function pass(socket: Socket, session: ClientHttp2Session, authority: string): void {
  if (session.destroyed) return void socket.destroy();
  const stream = session.request({ ':method': 'CONNECT', ':authority': authority }, { endStream: false });
  stream.on('response', ({ ':status': status }) => { if (status !== 200) socket.destroy(); });
  pipeline(socket, stream, socket, () => socket.destroy());
}
