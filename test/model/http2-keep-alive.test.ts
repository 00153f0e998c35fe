import { Duration } from 'cdk8s';
import { Http2KeepAlive } from '../../src';
import { heldHttp2KeepAlive } from '../../src/model/http2-keep-alive';
import { expectRefusal } from '../support/declare';

const ALL: Http2KeepAlive = { interval: Duration.seconds(30), timeout: Duration.millis(1) };

test('is kept, and takes nothing', () => {
  const held = heldHttp2KeepAlive(ALL, 'x');
  expect(held).toEqual(ALL);
  expect(() => Object.assign(held, { timeout: ALL.interval })).toThrow(TypeError);
});

test.each(['interval', 'timeout'])('BST009: refuses %s below a millisecond', what =>
  expectRefusal(() => heldHttp2KeepAlive({ ...ALL, [what]: Duration.millis(0) }, 'x'), 'BST009', 'x', `http2KeepAlive.${what} of 0 milliseconds`));
