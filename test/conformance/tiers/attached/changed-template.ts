import { Mutation, mutate } from '../../harness/mutation';

/** A change of how the operator makes one key of a Secret. */
export function changeTemplate(namespace: string, name: string, key: string, says: string, change: (template: string) => string): Mutation {
  return mutate({ kind: 'ExternalSecret', name, namespace }, `${key}: ${says}`, ({ spec: { target: { template: { data } } } }) => { data[key] = change(data[key]); });
}
