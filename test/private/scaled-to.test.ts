import { ScaledTo } from '../../src/private/scaled-to';

const scaler = (spec: object, namespace = 'shop') => ({ namespace, manifest: () => ({ spec }) });
const of = (kind: string | undefined, name: string) => ({ scaleTargetRef: { kind, name } });

test('an autoscaler is known by its target, in its namespace', () => {
  const scaled = new ScaledTo([scaler({ ...of('StatefulSet', 'web'), maxReplicas: 7 })], []);
  expect([['shop', 'StatefulSet', 'web'], ['shop', 'Deployment', 'web'], ['other', 'StatefulSet', 'web']].map(([namespace, kind, name]) => scaled.of(namespace, kind, name)))
    .toEqual([7, undefined, undefined]);
});

test('a ScaledObject is of a Deployment and makes 100 pods where nothing is said', () => {
  const scaled = new ScaledTo([], [scaler(of(undefined, 'web')), scaler({ ...of('Rollout', 'api'), maxReplicaCount: 3 })]);
  expect([scaled.of('shop', 'Deployment', 'web'), scaled.of('shop', 'Rollout', 'api')]).toEqual([100, 3]);
});

test('of two autoscalers the larger number counts, and of one that says none nothing does', () => {
  const horizontal = [5, 9, 6].map(maxReplicas => scaler({ ...of('Deployment', 'web'), maxReplicas }));
  expect(new ScaledTo(horizontal, []).of('shop', 'Deployment', 'web')).toBe(9);
  expect(new ScaledTo([scaler(of('Deployment', 'web'))], []).of('shop', 'Deployment', 'web')).toBeUndefined();
});
