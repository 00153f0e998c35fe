import { Synthesized } from '../synthesized';
import { egress } from './egress';

const shop = new Synthesized('guide', 'shop', egress);

test('orders is sent to the gateway, with its time limit; the gateway sends on to the third party', () => {
  const [first] = shop.spec('VirtualService', 'payments').http;
  const [onwards] = shop.spec('VirtualService', 'egress.payments.example.com.relayed').http;
  expect([first.timeout, first.route[0].destination.host]).toEqual(['3s', 'istio-egressgateway.istio-egress.svc.cluster.local']);
  expect(onwards.route[0].destination.host).toBe('payments.example.com');
});

test('nothing is found that would have to be acknowledged', () => expect(shop.topology.findings).toEqual([]));
