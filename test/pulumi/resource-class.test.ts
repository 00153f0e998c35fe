import * as k8s from '@pulumi/kubernetes';
import { resourceClassOf } from '../../src/pulumi/resource-class';
import { record } from './recording';

test.each([
  ['v1', 'Service', 'kubernetes:core/v1:Service'],
  ['v1', 'ServiceAccount', 'kubernetes:core/v1:ServiceAccount'],
  ['apps/v1', 'Deployment', 'kubernetes:apps/v1:Deployment'],
  ['batch/v1', 'CronJob', 'kubernetes:batch/v1:CronJob'],
  ['policy/v1', 'PodDisruptionBudget', 'kubernetes:policy/v1:PodDisruptionBudget'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'kubernetes:autoscaling/v2:HorizontalPodAutoscaler'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'kubernetes:networking.k8s.io/v1:NetworkPolicy'],
  ['rbac.authorization.k8s.io/v1', 'Role', 'kubernetes:rbac.authorization.k8s.io/v1:Role'],
  ['flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', 'kubernetes:flowcontrol.apiserver.k8s.io/v1:FlowSchema'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition'],
])('registers %s %s by its own class as %s', async (apiVersion, kind, token) => {
  const resourceClass = resourceClassOf({ apiVersion, kind });

  const { registrations } = await record(() => new resourceClass('it', { apiVersion, kind, spec: {} }));

  expect(resourceClass).not.toBe(k8s.apiextensions.CustomResource);
  expect(registrations).toMatchObject([{ type: token, inputs: { apiVersion, kind } }]);
});

test.each([
  ['networking.istio.io/v1', 'VirtualService', 'kubernetes:networking.istio.io/v1:VirtualService'],
  ['kafka.strimzi.io/v1', 'KafkaUser', 'kubernetes:kafka.strimzi.io/v1:KafkaUser'],
  ['external-secrets.io/v1', 'ExternalSecret', 'kubernetes:external-secrets.io/v1:ExternalSecret'],
  ['apps.kruise.io/v1', 'Deployment', 'kubernetes:apps.kruise.io/v1:Deployment'],
  ['cluster.x-k8s.io/v1', 'Cluster', 'kubernetes:cluster.x-k8s.io/v1:Cluster'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', 'kubernetes:gateway.networking.k8s.io/v1:HTTPRoute'],
  ['autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler'],
  ['networking.k8s.io/v9', 'NetworkPolicy', 'kubernetes:networking.k8s.io/v9:NetworkPolicy'],
])('registers %s %s as a custom resource %s', async (apiVersion, kind, token) => {
  const resourceClass = resourceClassOf({ apiVersion, kind });

  const { registrations } = await record(() => new resourceClass('it', { apiVersion, kind, spec: {} }));

  expect(resourceClass).toBe(k8s.apiextensions.CustomResource);
  expect(registrations).toMatchObject([{ type: token, inputs: { apiVersion, kind } }]);
});

test.each([
  ['a group that shares its first label with a built-in one', 'node.internal.k8s.io/v1', 'RuntimeClass'],
  ['a kind that is a constant of Pulumi', 'v1', 'ServiceSpecType'],
  ['a kind named like a property of every object', 'v1', 'constructor'],
  ['a namespace of Pulumi that is no group', 'helm/v4', 'Chart'],
])('takes no class of another kind for %s', (_, apiVersion, kind) => {
  expect(resourceClassOf({ apiVersion, kind })).toBe(k8s.apiextensions.CustomResource);
});

test.each([
  ['apps/v1', k8s.apps.v1.Deployment],
  ['apps.kruise.io/v1', k8s.apiextensions.CustomResource],
])('goes by the group alone where the class bears no token: %s', (apiVersion, expected) => {
  const token = jest.replaceProperty(k8s.apps.v1.Deployment as unknown as { __pulumiType?: string }, '__pulumiType', undefined);
  try {
    expect(resourceClassOf({ apiVersion, kind: 'Deployment' })).toBe(expected);
  } finally {
    token.restore();
  }
});
