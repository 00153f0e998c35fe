import { Port } from './ports';

const never = new Promise<void>(() => undefined);

test('a port counts requests, and how many of them at a time', async () => {
  const port = new Port();
  port.answering = { delay: 5 };
  await Promise.all([port.request(never), port.request(never)]);
  port.answering = {};
  await port.request(never);
  expect(port.seen).toMatchObject({ requests: 3, mostAtOnce: 2 });
});

test('a client that goes away is no longer being answered', async () => {
  const port = new Port();
  port.answering = { delay: 60_000 };
  await port.request(Promise.resolve());
  await port.request(Promise.resolve());
  expect(port.seen).toMatchObject({ requests: 2, mostAtOnce: 1 });
});

test('a port forgets what it has seen and how it was to answer', () => {
  const port = new Port();
  port.answering = { status: 500 };
  port.connection('10.0.0.1', 'payments.example.com');
  port.received(10);
  port.pinged();
  expect(port.seen).toEqual({ requests: 0, mostAtOnce: 0, connections: 1, bytes: 10, pings: 1, serverNames: ['payments.example.com'], addresses: ['10.0.0.1'] });
  port.forget();
  const nothing = { requests: 0, mostAtOnce: 0, connections: 0, bytes: 0, pings: 0, serverNames: [], addresses: [] };
  expect([port.answering, port.seen]).toEqual([{}, nothing]);
});
