import { Synthesized } from '../synthesized';
import { telemetry } from './telemetry';

const shop = new Synthesized('guide', 'shop', telemetry);

test('a workload reports what it says itself, and the others what all do', () => {
  expect(shop.spec('Telemetry', 'web').tracing).toEqual([{
    randomSamplingPercentage: 10, customTags: { team: { literal: { value: 'shop' } }, tenant: { header: { name: 'x-tenant', defaultValue: 'none' } } },
  }]);
  expect(shop.spec('Telemetry', 'orders')).toEqual({ selector: expect.anything(), tracing: [{ randomSamplingPercentage: 1 }] });
});

test('a namespace has one object that selects nothing', () =>
  expect(shop.spec('Telemetry', 'namespace-default')).toEqual({ accessLogging: [{ providers: [{ name: 'envoy' }], disabled: true }] }));

test('nothing is found that would have to be acknowledged', () => expect(shop.topology.findings).toEqual([]));
