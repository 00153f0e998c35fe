import { shownOf, synthesized } from './piece';
import { PIECES } from './pieces';

const pieces = Object.values(PIECES).flat();
const named = pieces.map(piece => [piece.title, piece] as const);

test.each(named)('%s: the objects that are shown are made, and nothing is found that is not said', (_, piece) => {
  expect(synthesized(piece).topology.findings.map(({ code }) => code)).toEqual(piece.reported ?? []);
  expect(shownOf(piece)).not.toEqual([]);
});

test('an object that is not made, or a member that it does not have, cannot be shown', () => {
  const [piece] = pieces;
  expect(() => shownOf({ ...piece, shown: { 'Gateway none': [] } })).toThrow(`${piece.title}: 0 objects are Gateway none, of `);
  expect(() => shownOf({ ...piece, shown: { 'VirtualService goods': ['tcp'] } })).toThrow('VirtualService goods has no tcp but exportTo, hosts, http');
});

test('each has a title of its own, and something that was observed of it', () => {
  expect(new Set(pieces.map(({ title }) => title)).size).toBe(pieces.length);
  expect(pieces.filter(({ observed }) => observed.length === 0)).toEqual([]);
});

test('who sees an object is left out, unless it is asked for', () => {
  const [canary] = pieces.filter(({ title }) => title === 'Canary');
  expect(shownOf({ ...canary, shown: { 'DestinationRule shop/goods': [] } })).toEqual([{
    kind: 'DestinationRule',
    metadata: { name: 'goods', namespace: 'shop' },
    spec: expect.not.objectContaining({ exportTo: expect.anything() }),
  }]);
});

test('what annotations say is shown: a denial that is tried only', () => {
  const [denials] = pieces.filter(({ title }) => title.startsWith('Denials'));
  expect(shownOf(denials)).toMatchObject([{ metadata: { name: 'orders-web-reads' } }, { metadata: { annotations: { 'istio.io/dry-run': 'true' } } }]);
});
