import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { call, exchange, send } from './clients';
import { forgetTraces, tagsOf, tracesByService } from './collector';
import { Assignment, Orders, PortName } from './orders';
import { Port } from './ports';
import { listen } from './servers';

/**
 * What runs in a pod: an application that answers as it is told and counts what it sees, and a client that sends what it is told.
 * Orders come as POST requests, the name in the path, on a Unix socket.
 */
async function main({ name, socket, listeners }: Assignment): Promise<void> {
  const ports = new Map(listeners.map(listener => [key(listener), new Port()]));
  const portOf = (wanted: PortName) => {
    const port = ports.get(key(wanted));
    if (!port) throw new Error(`${name} does not listen on ${key(wanted)}, but on ${[...ports.keys()].join(', ')}`);
    return port;
  };
  await Promise.all(listeners.map(listener => listen(listener, portOf(listener), name)));
  const orders: Orders = {
    answer: ({ port, address, ...answering }) => { portOf({ port, address }).answering = answering; },
    seen: order => portOf(order).seen,
    forget: ({ port, address }) => {
      if (port !== undefined) return portOf({ port, address }).forget();
      ports.forEach(each => each.forget());
      forgetTraces();
    },
    traces: tracesByService,
    spans: ({ service }) => tagsOf(service),
    send, call, exchange,
  };
  createServer((request, response) => void (async () => {
    try {
      const order = orders[request.url!.slice(1) as keyof Orders] as (order: unknown) => unknown;
      response.end(JSON.stringify(await order(JSON.parse(await text(request))) ?? null));
    } catch (error) {
      response.writeHead(500).end((error as Error).stack);
    }
  })()).listen(socket);
}

function key({ address, port }: PortName): string {
  return address === undefined ? String(port) : `${address}:${port}`;
}

void main(JSON.parse(process.argv[2]) as Assignment);
