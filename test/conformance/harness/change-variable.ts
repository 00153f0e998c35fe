import { PodVariable } from '../../support/emitted';
import { Mutation, mutate } from './mutation';

type Changeable = { -readonly [field in keyof PodVariable]: PodVariable[field] };

/** Changes one variable of a Deployment's container. */
export function changeVariable(deployment: string, namespace: string, name: string, says: string, change: (variable: Changeable) => void): Mutation {
  return mutate({ kind: 'Deployment', name: deployment, namespace }, `${name} ${says}`, ({ spec }) => (
    change(spec.template.spec.containers[0].env.find((variable: Changeable) => variable.name === name))));
}
