import { Synthesized } from '../synthesized';
import { releases } from './releases';

const shop = new Synthesized('guide', 'shop', releases);

test('the weights are those of the step that is reached', () => {
  const [{ route }] = shop.spec('VirtualService', 'goods').http;
  expect(route.map(({ destination, weight }: { destination: { subset: string }; weight: number }) => [destination.subset, weight])).toEqual([['v1', 95], ['v2', 5]]);
});

test('the Rollout is told of the rule and of the route that it moves, and not of the preview', () => expect(shop.spec('Rollout', 'orders').strategy.canary.trafficRouting).toEqual({
  istio: {
    virtualService: { name: 'orders-api', routes: ['split'] },
    destinationRule: { name: 'orders-api', canarySubsetName: 'canary', stableSubsetName: 'stable' },
  },
}));

test('Argo CD passes over what the Rollout changes', () => expect(shop.spec('Application', 'shop').ignoreDifferences.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
  ['VirtualService', 'orders-api'], ['DestinationRule', 'orders-api'],
]));

test('nothing is found that would have to be acknowledged', () => expect(shop.topology.findings).toEqual([]));
