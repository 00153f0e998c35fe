import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttp, IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttp2, ServerHttp2Stream } from 'node:http2';
import { createServer as createHttps, ServerOptions } from 'node:https';
import { createServer as createTcp, Server, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { collectSpans } from './collector';
import { Listener } from './orders';
import { Port } from './ports';

/** Listens on a port in its protocol. */
export async function listen(listener: Listener, port: Port, name: string): Promise<void> {
  const server = serverOf(listener, port, name);
  server.on(listener.tls ? 'secureConnection' : 'connection', (socket: Socket) => port.connection(...originOf(socket)));
  server.listen(listener.port, listener.address);
  await once(server, 'listening');
}

function serverOf({ protocol, tls }: Listener, port: Port, name: string): Server {
  const answer = (request: IncomingMessage, response: ServerResponse) => void answerHttp(request, response, port, name);
  switch (protocol) {
    case 'http': return tls ? createHttps(secured(tls), answer) : createHttp(answer);
    case 'grpc': return createHttp2().on('session', session => session.on('ping', () => port.pinged())).on('stream', stream => void answerGrpc(stream, port, name));
    case 'zipkin': return createHttp((request, response) => void collectSpans(request, response));
    case 'tcp': return createTcp(socket => echo(socket, port));
  }
}

function secured({ keyFile, certificateFile, clientAuthorityFile }: NonNullable<Listener['tls']>): ServerOptions {
  const shown = clientAuthorityFile === undefined ? {} : { ca: readFileSync(clientAuthorityFile), requestCert: true };
  return { key: readFileSync(keyFile), cert: readFileSync(certificateFile), ...shown };
}

function originOf(socket: Socket): [address: string, serverName: TLSSocket['servername'] | undefined] {
  return [socket.remoteAddress?.replace('::ffff:', '') ?? '', (socket as Partial<TLSSocket>).servername];
}

async function answerHttp(request: IncomingMessage, response: ServerResponse, port: Port, name: string): Promise<void> {
  request.resume();
  port.came(...originOf(request.socket));
  await port.request(closed(response));
  const { status = 200, grpcStatus } = port.answering;
  const asked = JSON.stringify({ path: request.url, headers: request.headers });
  response.writeHead(status, { 'served-by': name, 'asked': encodeURIComponent(asked), ...grpcStatus === undefined ? {} : { 'grpc-status': grpcStatus } });
  response.end(`${name}\n`);
}

/** An error at once is an answer of headers only: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md (Trailers-Only) */
async function answerGrpc(stream: ServerHttp2Stream, port: Port, name: string): Promise<void> {
  stream.on('error', () => undefined);
  stream.resume();
  await port.request(closed(stream));
  if (stream.destroyed) return;
  const { grpcStatus = 0 } = port.answering;
  const headers = { ':status': 200, 'content-type': 'application/grpc', 'served-by': name };
  if (grpcStatus !== 0) return stream.respond({ ...headers, 'grpc-status': grpcStatus }, { endStream: true });
  stream.respond(headers, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(Buffer.alloc(5));
}

/** Unlike `once` of node:events it does not mind an error. */
function closed(emitter: EventEmitter): Promise<unknown> {
  return new Promise(resolve => emitter.once('close', resolve));
}

function echo(socket: Socket, port: Port): void {
  socket.on('error', () => undefined);
  socket.on('data', data => {
    port.received(data.length);
    socket.write(data);
  });
}
