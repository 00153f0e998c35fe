import { MutualTls, MutualTlsMode } from '../../src';
import { expectRefusal } from '../support/declare';

const LEGACY = 'the old shop has no sidecar until March';

test('is strict, permissive for a reason, or off for one, and something else at single ports', () => {
  expect(MutualTls.STRICT).toMatchObject({ mode: MutualTlsMode.STRICT, reason: undefined, ports: {} });
  expect(MutualTls.permissive(` ${LEGACY} `)).toMatchObject({ mode: MutualTlsMode.PERMISSIVE, reason: LEGACY });
  const off = MutualTls.disabled(LEGACY);
  const { ports } = MutualTls.STRICT.atPort(9090, off).atPort(9091, MutualTls.permissive(LEGACY));
  expect(ports).toMatchObject({ 9090: off, 9091: { mode: MutualTlsMode.PERMISSIVE } });
  expect(MutualTls.STRICT.ports).toEqual({});
});

test.each([[() => MutualTls.permissive('later'), 'MutualTls.permissive'], [() => MutualTls.disabled('         x'), 'MutualTls.disabled']])('BST023: plaintext needs a reason', (wrong, path) =>
  expectRefusal(wrong, 'BST023', path, 'at least 10 characters'));

test('refuses a port that does not exist, and ports of a port', () => {
  expectRefusal(() => MutualTls.STRICT.atPort(0, MutualTls.STRICT), 'BST007', 'MutualTls.atPort', '1..65535');
  expectRefusal(() => MutualTls.STRICT.atPort(1, MutualTls.STRICT.atPort(2, MutualTls.STRICT)), 'BST544', 'MutualTls.atPort', 'something of other ports');
});
