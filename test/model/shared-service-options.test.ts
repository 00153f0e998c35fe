import { Duration } from 'cdk8s';
import { BackingService, IpFamily, KubernetesServiceOptions, Locator, ServiceType, Workload } from '../../src';
import { optionsByHost, optionSaidOtherwise } from '../../src/model/shared-service-options';
import { newTopology, newWorkload } from '../support/declare';

const { IPV4, IPV6 } = IpFamily;
const workload: Workload = newWorkload(newTopology(), 'orders');
const locator = (options?: KubernetesServiceOptions) => Locator.ofWorkload({
  workload, addresses: [{ service: 'orders', port: 80 }], kubernetesServices: options && { orders: options },
});
const at = (options?: KubernetesServiceOptions) => ({ locator: locator(options) } as BackingService);
const otherwise = (one?: KubernetesServiceOptions, other?: KubernetesServiceOptions) => optionSaidOtherwise('orders', locator(one), locator(other));

test('nobody says anything of it', () => expect(optionsByHost([at()]).size).toBe(0));

test('one says how it is made, and the others leave it to that one', () => {
  const options = { serviceType: ServiceType.LOAD_BALANCER };
  expect([...optionsByHost([at(), at(options), at({ serviceType: ServiceType.NODE_PORT })])]).toEqual([['orders.shop.svc', options]]);
  expect([otherwise(undefined, options), otherwise(options)]).toEqual([undefined, undefined]);
});

test.each<[string, KubernetesServiceOptions, KubernetesServiceOptions]>([
  ['durations of one length', { clientAffinity: Duration.minutes(1) }, { clientAffinity: Duration.seconds(60) }],
  ['maps of another order', { labels: { a: '1', b: '2' } }, { labels: { b: '2', a: '1' } }], ['what is not said', {}, { perVersion: undefined }],
])('two say it alike: %s', (_, one, other) => expect(otherwise(one, other)).toBeUndefined());

test.each<[string, KubernetesServiceOptions, KubernetesServiceOptions]>([
  ['clientAffinity', { clientAffinity: Duration.minutes(1) }, {}], ['labels', { labels: { a: '1' } }, { labels: { a: '2' } }],
  ['ipFamilies', { ipFamilies: [IPV4, IPV6] }, { ipFamilies: [IPV6, IPV4] }], ['serviceType', {}, { serviceType: ServiceType.NODE_PORT }],
])('two say %s otherwise', (option, one, other) => expect(otherwise(one, other)).toBe(option));
