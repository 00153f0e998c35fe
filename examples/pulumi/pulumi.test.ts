import { record } from '../../test/pulumi/recording';

test('registers the namespace, and in it what the twelve-factor topology becomes', async () => {
  let objects: string[] = [];

  // The program registers as it is loaded, so it is loaded under the mocks.
  const { registrations, error } = await record(() => ({ objects } = jest.requireActual<typeof import('./index')>('./index')));

  expect(error).toBeUndefined();
  const [namespace, component, ...children] = registrations;
  expect(namespace.type).toBe('kubernetes:core/v1:Namespace');
  expect(component.dependsOn).toEqual(['urn:pulumi:stack::project::kubernetes:core/v1:Namespace::books']);
  expect(children.map(({ name }) => name).sort()).toEqual([...objects].sort());
  expect(children.map(({ type }) => type)).toEqual(expect.arrayContaining([
    'kubernetes:apps/v1:Deployment',
    'kubernetes:core/v1:Service',
    'kubernetes:networking.k8s.io/v1:NetworkPolicy',
    'kubernetes:networking.istio.io/v1:VirtualService',
    'kubernetes:kafka.strimzi.io/v1:KafkaUser',
    'kubernetes:external-secrets.io/v1:ExternalSecret',
  ]));
});
