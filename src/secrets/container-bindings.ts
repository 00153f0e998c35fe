import type { Container, EnvValue, ISecret, Workload as PlusWorkload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { BINDING_ROOT } from '../model/binding-name';
import { BindingPlan } from './binding-plan';
import { BoundVariable } from './bound-variable';
import { annotationOf, ProjectedVolume } from './projected-volume';

/**
 * Loaded when there is a container to write to, which cdk8s-plus made: a program whose pods are all made elsewhere does not carry its
 * 15 MB (bench/).
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const plus = () => require('cdk8s-plus-28') as typeof import('cdk8s-plus-28');

const ROOT_VARIABLE = 'SERVICE_BINDING_ROOT';

/** Names of the variables that a workload's containers have by themselves. */
export function variablesOf(workload: PlusWorkload): string[] {
  return containersOf(workload).flatMap(container => Object.keys(container.env.variables));
}

/**
 * Puts bindings into every container of a workload: variables, and files below `/bindings`. Volumes are constructs of `scope`, so that
 * two bindings of one name, or two outputs that bind one workload, meet in a finding and not in an error of cdk8s.
 */
export function bindContainers(scope: Construct, workload: PlusWorkload, plans: BindingPlan[]): void {
  if (plans.length === 0) return;
  const secretOf = (name: string) => scope.node.tryFindChild(`secret ${name}`) as ISecret | undefined
    ?? plus().Secret.fromSecretName(scope, `secret ${name}`, name);
  const volumes = plans.map(plan => ({ plan, volume: new ProjectedVolume(scope, volumeId(workload, plan), plan) }));
  for (const container of containersOf(workload)) {
    for (const variable of plans.flatMap(plan => plan.variables)) container.env.addVariable(variable.name, valueOf(variable, secretOf));
    for (const { plan, volume } of volumes) container.mount(plan.binding.folder, volume, { readOnly: true });
    setRoot(container);
  }
  for (const { binding, files } of plans) {
    for (const { path, text } of files) {
      if (text !== undefined) workload.podMetadata.addAnnotation(annotationOf(binding.name, path), text);
    }
  }
}

function volumeId(workload: PlusWorkload, { binding }: BindingPlan): string {
  return `volume ${workload.node.path} ${binding.consumer.node.path} ${binding.service.node.path}`;
}

function containersOf(workload: PlusWorkload): Container[] {
  return [...workload.initContainers, ...workload.containers];
}

/** The specification forbids to overwrite a root that is set. */
function setRoot(container: Container): void {
  if (container.env.variables[ROOT_VARIABLE] === undefined) container.env.addVariable(ROOT_VARIABLE, plus().EnvValue.fromValue(BINDING_ROOT));
}

function valueOf(variable: BoundVariable, secretOf: (name: string) => ISecret): EnvValue {
  return variable.value === undefined
    ? plus().EnvValue.fromSecretValue({ secret: secretOf(variable.secretName!), key: variable.secretKey! })
    : plus().EnvValue.fromValue(variable.value);
}
