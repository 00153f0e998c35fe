import { podElsewhere, podsOf } from './deployment-pods';

const deployment = {
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'books' },
  spec: { replicas: 2, template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web' }] } } },
};

test('a Deployment has a pod for each replica, with the labels of its template', () => {
  expect(podsOf(deployment).map(({ metadata }) => metadata)).toEqual([
    { name: 'web-1', namespace: 'books', labels: { app: 'web' } }, { name: 'web-2', namespace: 'books', labels: { app: 'web' } },
  ]);
});

test('a pod that names no ServiceAccount runs as "default"', () => {
  expect(podsOf(deployment, 1)[0].spec.serviceAccountName).toBe('default');
  expect(podElsewhere('gateway', 'ingress', {}, 'gateway').spec.serviceAccountName).toBe('gateway');
});
