import { Duration } from 'cdk8s';
import { TcpKeepalive } from '../../src';
import { heldKeepalive } from '../../src/model/tcp-keepalive';
import { expectRefusal } from '../support/declare';

const ALL: Required<TcpKeepalive> = { time: Duration.minutes(1), interval: Duration.seconds(10), probes: 3 };

test('keeps every option, and leaves to the kernel what was left out', () => {
  expect(heldKeepalive(ALL, 'x')).toEqual(ALL);
  expect(Object.values(heldKeepalive({}, 'x')).filter(value => value !== undefined)).toEqual([]);
  expect(() => Object.assign(heldKeepalive(ALL, 'x'), { probes: 0 })).toThrow(TypeError);
});

test.each(['time', 'interval'])('BST009: %s is counted in whole seconds', option =>
  expectRefusal(() => heldKeepalive({ [option]: Duration.millis(1500) }, 'x'), 'BST009', 'x', `tcpKeepalive.${option} of 1500 milliseconds`));

test('BST010: somebody has to be asked', () => expectRefusal(() => heldKeepalive({ probes: 0 }, 'x'), 'BST010', 'x', 'tcpKeepalive.probes'));
