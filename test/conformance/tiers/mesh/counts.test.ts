import { all, counts, seconds } from './counts';

test('what became of requests is told in words', () => {
  expect(counts({ 503: 15, 500: 5 })).toBe('5 x 500, 15 x 503');
  expect(counts({})).toBe('nothing');
  expect(seconds(512.4)).toBe('0.51 s');
});

test('all requests ended in one way, or they did not', () => {
  expect(all({ statuses: { 403: 5 } }, 5, '403')).toBe(true);
  expect(all({ statuses: { 403: 4, 200: 1 } }, 5, '403')).toBe(false);
  expect(all({ statuses: { 403: 4 } }, 5, '403')).toBe(false);
});
