import { Duration } from 'cdk8s';
import { ConnectionPool, ConnectionPoolOptions } from '../../src';
import { connectionPoolOf } from '../../src/istio/connection-pool';

const said = (isHttp: boolean, limits: ConnectionPoolOptions) => (
  JSON.parse(JSON.stringify(connectionPoolOf(isHttp, { connectionPool: ConnectionPool.limits(limits) }) ?? null)));

test('limits of requests are said of HTTP alone, and how long a connection lives of both', () => {
  const tcpKeepalive = { time: Duration.minutes(1), probes: 3 };
  const limits = { maxRequestsPerConnection: 1, maxRetries: 3, maxConnectionDuration: Duration.hours(1), tcpKeepalive };
  const tcp = { maxConnectionDuration: '1h', tcpKeepalive: { time: '60s', probes: 3 } };
  expect(said(true, limits)).toEqual({ tcp, http: { maxRequestsPerConnection: 1, maxRetries: 3 } });
  expect(said(false, limits)).toEqual({ tcp });
});

test('a peer is asked by the kernel\'s own times, if that is all that is said', () => expect(said(false, { tcpKeepalive: {} })).toEqual({ tcp: { tcpKeepalive: {} } }));

test('nothing is said where nothing is limited', () => expect(said(true, {})).toBeNull());

test('whether a peer still answers is asked over HTTP/2', () =>
  expect(said(true, { http2KeepAlive: { interval: Duration.minutes(2), timeout: Duration.millis(500) } })).toEqual({ http: { http2KeepAlive: { interval: '120s', timeout: '500ms' } } }));
