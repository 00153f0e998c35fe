import { judged } from './expected';

const expectations = [{ said: /^remark/, because: 'it is only a remark' }];

test('only what is expected is said', () => {
  expect(judged(['remark 1', 'remark 2'], expectations, '3 files')).toEqual({ seen: '3 files: nothing but what is expected (2 times it is only a remark)', holds: true });
});

test('what is not expected is shown', () => {
  expect(judged(['remark', 'error'], expectations, '3 files')).toEqual({ seen: 'error', holds: false });
});

test('an expectation that nothing meets has no place any more', () => {
  expect(judged([], expectations, '3 files')).toEqual({ seen: 'not said any more: it is only a remark', holds: false });
});
