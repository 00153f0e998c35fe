import { Applied } from './applied';
import { KubernetesClient, ObjectReference } from './kubernetes-client';

const calls: string[] = [];
const client = {
  apply: async (text: string, object: ObjectReference) => { calls.push(`apply ${object.metadata.name} ${text}`); return object; },
  delete: async ({ metadata: { name } }: ObjectReference) => { calls.push(`delete ${name}`); },
} as unknown as KubernetesClient;

function applicable(name: string, text: string) {
  return { object: { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'books' } }, text };
}

test('only what is new or changed is applied, and what is no longer there is deleted', async () => {
  const applied = new Applied(client);
  await applied.become([applicable('kept', '1'), applicable('changed', '1'), applicable('gone', '1')]);
  calls.length = 0;
  const { served, gone } = await applied.become([applicable('kept', '1'), applicable('changed', '2')]);
  expect(calls).toEqual(['apply changed 2', 'delete gone']);
  expect([served, gone].map(objects => objects.map(({ metadata: { name } }) => name))).toEqual([['kept', 'changed'], ['gone']]);
});
