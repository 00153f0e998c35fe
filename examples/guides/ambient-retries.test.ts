import { Synthesized } from '../synthesized';
import { ambientRetries } from './ambient-retries';

test('what fails with 503 is repeated twice, but for what a second time would harm', () => {
  const { rules } = new Synthesized('shop', 'shop', ambientRetries).spec('HTTPRoute', 'goods');
  expect(rules.map(({ name, retry }: { name: string; retry?: object }) => [name, retry])).toEqual([
    ['all-retriable', { codes: [503], attempts: 2, backoff: '25ms' }], ['all', undefined],
  ]);
});
