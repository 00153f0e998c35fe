import { podsAtMost } from '../../src/private/pods-at-most';

const object = (kind: string, spec: object) => ({ kind, spec });
const blueGreen = { blueGreen: { activeService: 'web' } };
const rolling = (maxSurge?: unknown) => ({ replicas: 10, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge } } });

test.each<[string, object, number | undefined, number | undefined]>([
  ['a Deployment: a quarter more, rounded up', object('Deployment', { replicas: 5 }), undefined, 7],
  ['a Deployment that is scaled', object('Deployment', {}), 40, 50],
  ['a Deployment whose number is above what it is scaled to', object('Deployment', { replicas: 8 }), 4, 10],
  ['a Deployment of whose number nobody says anything', object('Deployment', {}), undefined, undefined],
  ['a Deployment that ends its pods first', object('Deployment', { replicas: 8, strategy: { type: 'Recreate' } }), undefined, 8],
  ['a surge in percent', object('Deployment', rolling('33%')), undefined, 14],
  ['a surge in pods', object('Deployment', rolling(3)), undefined, 13],
  ['no surge', object('Deployment', rolling(0)), undefined, 10],
  ['a surge that is none', object('Deployment', rolling('many')), undefined, 13],
  ['a StatefulSet', object('StatefulSet', { replicas: 3 }), undefined, 3],
  ['a canary', object('Rollout', { replicas: 4, strategy: { canary: { maxSurge: '50%' } } }), undefined, 6],
  ['blue and green', object('Rollout', { replicas: 4, strategy: blueGreen }), undefined, 8],
  ['blue and green of whose number nobody says anything', object('Rollout', { strategy: blueGreen }), undefined, undefined],
  ['a DaemonSet: as many as there are nodes', object('DaemonSet', { replicas: 1 }), undefined, undefined],
  ['a Job', object('Job', {}), undefined, 1],
  ['a Job of several pods', object('Job', { parallelism: 4 }), undefined, 4],
  ['a CronJob whose runs may overlap', object('CronJob', { jobTemplate: { spec: { parallelism: 2 } } }), undefined, undefined],
  ['a CronJob whose runs do not', object('CronJob', { concurrencyPolicy: 'Forbid', jobTemplate: { spec: { parallelism: 2 } } }), undefined, 2],
  ['a CronJob whose runs replace each other', object('CronJob', { concurrencyPolicy: 'Replace', jobTemplate: {} }), undefined, 2],
  ['a Pod', object('Pod', {}), undefined, 1],
  ['a number that is none', object('Deployment', { replicas: '3' }), undefined, undefined],
])('%s', (_, manifest, scaledTo, most) => expect(podsAtMost(manifest, scaledTo)?.most).toBe(most));

test('tells what is there when nothing is replaced', () => {
  expect(podsAtMost(object('Deployment', { replicas: 5 }))).toEqual({ steady: 5, most: 7 });
});
