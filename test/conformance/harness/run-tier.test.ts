import { Manifests } from './manifests';
import { Row } from './row';
import { proveTier, runTier } from './run-tier';
import { Tier } from './tier';

const ignore = () => undefined;

/** A system that shows the one file that was put on it. */
class Screen {
  public shown = '';
  public closed = false;

  public async apply({ documents: [{ text }] }: Manifests): Promise<void> {
    this.shown = text;
  }

  public async close(): Promise<void> {
    this.closed = true;
  }
}

function row(letter: string, becomes: string): Row<Screen> {
  return {
    behaviour: `shows ${letter}`,
    observe: async ({ shown }) => ({ seen: shown, holds: shown.includes(letter) }),
    brokenBy: { says: `${letter} becomes ${becomes}`, change: manifests => { (manifests.objects[0] as any).text = `ab${becomes}`.replace(letter, ''); } },
  };
}

function tier(...rows: Row<Screen>[]): { tier: Tier<Screen>; screen: Screen } {
  const screen = new Screen();
  const manifests = () => new Manifests([{ file: 'a.k8s.yaml', text: 'text: ab\n' }]);
  return { screen, tier: { name: 'screen', real: [], standIns: [], needs: [], manifests, open: async () => screen, rows } };
}

test('every row is observed, and the systems are stopped', async () => {
  const { tier: given, screen } = tier(row('a', 'x'), row('q', 'x'));
  const results = await runTier(given, ignore);
  expect(results.map(({ behaviour, holds }) => [behaviour, holds])).toEqual([['shows a', true], ['shows q', false]]);
  expect(screen.closed).toBe(true);
});

test('what a row throws is seen, and fails it', async () => {
  const broken: Row<Screen> = { ...row('a', 'x'), observe: async () => { throw new Error('no answer'); } };
  const { tier: given, screen } = tier(broken);
  expect(await runTier(given, ignore)).toMatchObject([{ seen: 'no answer', holds: false }]);
  expect(screen.closed).toBe(true);
});

test('a row is proven if its change makes it fail and no other', async () => {
  const { tier: given } = tier(row('a', 'x'), row('b', 'x'));
  expect((await proveTier(given, ignore)).map(({ holds, failed }) => [holds, failed])).toEqual([[true, ['shows a']], [true, ['shows b']]]);
});

test('a row is not proven if its change breaks nothing, or another row too', async () => {
  const harmless = { ...row('a', 'x'), brokenBy: { says: 'nothing', change: () => undefined } };
  const harsh = { ...row('b', 'x'), brokenBy: { says: 'all', change: (manifests: Manifests) => { (manifests.objects[0] as any).text = ''; } } };
  const proofs = await proveTier(tier(harmless, harsh).tier, ignore);
  expect(proofs.map(({ holds, failed }) => [holds, failed])).toEqual([[false, []], [false, ['shows a', 'shows b']]]);
});
