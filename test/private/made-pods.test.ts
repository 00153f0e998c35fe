import { podsMadeBy } from '../../src/private/made-pods';

const spec = {
  containers: [
    { name: 'main', env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'by-variable', key: 'a' } } }, { name: 'B', value: 'secret' }], envFrom: [{ secretRef: { name: 'all-variables' } }] },
  ],
  initContainers: [{ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'by-init', key: 'a' } } }] }],
  volumes: [
    { name: 'v', secret: { secretName: 'by-volume' } }, { name: 'p', projected: { sources: [{ secret: { name: 'by-projection' } }, { secret: { name: 'by-projection' } }] } },
    { name: 'c', csi: { nodePublishSecretRef: { name: 'by-driver' } } }, { name: 'x', configMap: { name: 'none' } },
  ],
};
const template = { metadata: { labels: { app: 'a' } }, spec };
const made = (kind: string, manifest: unknown) => podsMadeBy({ manifest: () => manifest === undefined ? undefined : { kind, ...manifest } });

test.each<[string, unknown]>([
  ['Deployment', { spec: { template } }], ['Rollout', { spec: { template } }], ['CronJob', { spec: { jobTemplate: { spec: { template } } } }],
  ['Pod', { metadata: { labels: { app: 'a' } }, spec }],
])('a %s tells the labels of its pods and every Secret that they read', (kind, manifest) => expect(made(kind, manifest)).toEqual({
  labels: { app: 'a' }, secrets: ['all-variables', 'by-driver', 'by-init', 'by-projection', 'by-variable', 'by-volume'], serviceAccountName: 'default',
  variables: [{ container: 'main', name: 'B', value: 'secret' }],
}));

test.each<[string, object]>([['CronJob', { spec: { jobTemplate: { spec: { template } } } }], ['Pod', { ...template, spec }]])(
  'a template in another place of a %s, which the API server may drop, hides none', (kind, manifest) => {
    const decoyed = { ...manifest, spec: { ...(manifest as { spec: object }).spec, template: { spec: {} } } };
    expect(made(kind, decoyed)).toMatchObject({ labels: { app: 'a' }, secrets: expect.arrayContaining(['by-volume']) });
  });

test.each<[string, unknown]>([
  ['Service', { spec: { selector: { app: 'a' } } }], ['Deployment', undefined], ['Deployment', { spec: { template: 'x' } }], ['ExternalSecret', { spec: { target: { template: { data: {} } } } }],
])('a %s like %j makes none', (kind, manifest) => expect(made(kind, manifest)).toBeUndefined());

const NOTHING = { labels: {}, secrets: [], variables: [], serviceAccountName: 'default' };

test('labels that are none, and references that are none, are left out', () =>
  expect(made('Pod', { metadata: { labels: { a: 1, b: null } }, spec: { containers: [], volumes: [{ secret: null }, { secret: { secretName: 7 } }] } })).toEqual(NOTHING));

test.each<[object, string]>([
  [{ serviceAccountName: 'robot' }, 'robot'], [{ serviceAccount: 'older' }, 'older'], [{ serviceAccount: 'older', serviceAccountName: 'robot' }, 'robot'],
  [{ serviceAccountName: '' }, 'default'], [{ serviceAccountName: 7 }, 'default'],
])('pods of %j run as %s', (account, name) => expect(made('Pod', { spec: { ...spec, ...account } })).toMatchObject({ serviceAccountName: name }));

test('an object is rendered once', () => {
  let rendered = 0;
  const object = { manifest: () => { rendered += 1; } };
  for (const _ of [1, 2]) podsMadeBy(object);
  expect(rendered).toBe(1);
});

test('the texts that containers are told are in the order in which they run; what is none is left out', () => {
  const containers = [{ name: 'main', env: [{ name: 'A', value: 'a' }, { name: 'B' }, { value: 'c' }, null, { name: 'D', value: 4 }] }, { env: 'none' }];
  expect(made('Pod', { spec: { containers, initContainers: [{ name: 'init', env: [{ name: 'I', value: '' }] }, { env: [{ name: 'N', value: 'n' }] }] } })!.variables).toEqual([
    { container: 'init', name: 'I', value: '' }, { container: '', name: 'N', value: 'n' }, { container: 'main', name: 'A', value: 'a' },
  ]);
});
