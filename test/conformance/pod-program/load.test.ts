import { carryOut } from './load';

test('a load is sent so many at a time, and its ends are counted', async () => {
  let [atOnce, most, sent] = [0, 0, 0];
  const { statuses, answeredBy, body } = await carryOut({ url: 'http://x', count: 5, concurrency: 2 }, async () => {
    most = Math.max(most, ++atOnce);
    await new Promise(setImmediate);
    atOnce--;
    return sent++ < 3 ? { status: '200', servedBy: 'pod-1', body: 'first' } : { status: 'ECONNRESET', body: 'reset' };
  });
  expect([most, statuses, answeredBy, body]).toEqual([2, { 200: 3, ECONNRESET: 2 }, { 'pod-1': 3 }, 'first']);
});

test('of the first answer it is told what its headers are, and what its program was asked', async () => {
  const asked = { path: '/%C3%BC', headers: { 'x-a': 'ü' } };
  const answer = { status: '200', body: '', headers: { location: '/b', asked: encodeURIComponent(JSON.stringify(asked)) } };
  expect(await carryOut({ url: 'http://x' }, async () => answer)).toMatchObject({ headers: { location: '/b' }, asked });
});

test('a load without a number is one request', async () => {
  expect(await carryOut({ url: 'http://x' }, async () => ({ status: '204', body: '' }))).toMatchObject({ statuses: { 204: 1 }, answeredBy: {} });
});
