import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { gatewayDuration } from '../../src/gateway-api/gateway-duration';

test.each([[400, '400ms'], [90_000, '1m30s'], [3_600_000, '1h'], [3_661_001, '1h1m1s1ms'], [0, '0s']])('%d ms are written as %s', (millis, text) =>
  expect(gatewayDuration(Duration.millis(millis))).toBe(text));

const UNITS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

test('any time is written as the CRD takes it, and means the same', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3_600_000_000 }), millis => {
    const text = gatewayDuration(Duration.millis(millis));
    expect(text).toMatch(/^([0-9]{1,5}(h|m|s|ms)){1,4}$/);
    const parts = [...text.matchAll(/(\d{1,5})(ms|h|m|s)/g)];
    expect(parts.map(([, count, unit]) => Number(count) * UNITS[unit]).reduce((a, b) => a + b, 0)).toBe(millis);
  }));
});
