import { readFileSync } from 'node:fs';
import { Agent, IncomingMessage, request as requestHttp } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { Agent as TlsAgent, AgentOptions, request as requestHttps } from 'node:https';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Answer, carryOut } from './load';
import { Bytes, Exchange, Load, Outcome } from './orders';
import { Tunnel } from './tunnel';

/** No client waits longer. */
const LIMIT = 20_000;
const TRUST_STORE = '/etc/ssl/certs/ca-certificates.crt';

/** Sends HTTP requests over connections that are kept. */
export async function send(load: Load): Promise<Outcome> {
  const { protocol } = new URL(load.url);
  const tunnel = await tunnelOf(load);
  const options = { keepAlive: true, maxSockets: load.concurrency ?? 1 };
  const agent = protocol === 'https:' ? new TlsAgent({ ...options, ...tlsOf(load) }) : new Agent(options);
  if (tunnel) Object.assign(agent, { createConnection: () => tunnel.connect() });
  try {
    return await carryOut(load, () => sendOne(load, agent));
  } finally {
    agent.destroy();
    tunnel?.close();
  }
}

async function tunnelOf({ url, through }: Load): Promise<Tunnel | undefined> {
  const { hostname, port } = new URL(url);
  return through && Tunnel.open(through, hostname, port || 80);
}

function tlsOf({ headers, certificate, serverName = headers?.host }: Load): AgentOptions {
  const shown = certificate && { key: readFileSync(certificate.keyFile), cert: readFileSync(certificate.certificateFile) };
  return { ca: readFileSync(TRUST_STORE), servername: serverName, ...shown };
}

function sendOne({ url, path, method = 'GET', headers = {} }: Load, agent: Agent): Promise<Answer> {
  const { protocol, hostname, port, pathname } = new URL(url);
  const options = { agent, host: hostname, port, method, headers, path: path ?? pathname, timeout: LIMIT };
  return new Promise(resolve => {
    const failed = (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? error.message, body: error.message });
    const answered = (response: IncomingMessage) => void text(response).then(body => (
      resolve({ status: String(response.statusCode), servedBy: response.headers['served-by'] as string | undefined, body, headers: response.headers as Answer['headers'] })), failed);
    const sent = protocol === 'https:' ? requestHttps(options, answered) : requestHttp(options, answered);
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', failed);
    sent.end();
  });
}

/** Calls a gRPC method with an empty message. */
export async function call(load: Load): Promise<Outcome> {
  const tunnel = await tunnelOf(load);
  const client = connectHttp2(load.url, tunnel && { createConnection: () => tunnel.connect() });
  client.on('error', () => undefined);
  const callOne = () => new Promise<Answer>(resolve => {
    let answer: Answer = { status: 'none', body: '' };
    const stream = client.request({ ':method': 'POST', ':path': load.path, 'content-type': 'application/grpc', 'te': 'trailers', ...load.headers });
    const heard = (headers: Record<string, unknown>) => {
      answer = { ...answer, status: String(headers['grpc-status'] ?? answer.status), servedBy: headers['served-by'] as string | undefined ?? answer.servedBy };
    };
    stream.setTimeout(LIMIT, () => stream.close());
    stream.on('response', heard).on('trailers', heard).on('error', error => { answer = { status: error.message, body: '' }; });
    stream.on('close', () => resolve(answer));
    stream.resume().end(Buffer.alloc(5));
  });
  try {
    return await carryOut(load, callOne);
  } finally {
    client.destroy();
    tunnel?.close();
  }
}

/** Sends bytes over TCP and waits until they are back, or the connection is closed. */
export async function exchange({ host, port, text: message, through }: Bytes): Promise<Exchange> {
  const tunnel = through && await Tunnel.open(through, host, port);
  return new Promise<Exchange>(resolve => {
    const socket = tunnel?.connect() ?? connect(port, host);
    let back = '';
    const end = (outcome: Exchange) => { socket.destroy(); resolve(outcome); };
    socket.setTimeout(LIMIT, () => end('no answer')).on('error', () => end('closed')).on('close', () => end('closed'));
    socket.on('data', data => { back += String(data); if (back.length >= message.length) end('echoed'); });
    socket.write(message);
  }).finally(() => tunnel?.close());
}
