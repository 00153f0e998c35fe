import { Container, EnvValue, ISecret, Secret, Workload as PlusWorkload } from 'cdk8s-plus-28';
import { BINDING_ROOT } from '../model/binding-name';
import { BindingPlan } from './binding-plan';
import { BoundVariable } from './bound-variable';
import { annotationOf, ProjectedVolume } from './projected-volume';

const ROOT_VARIABLE = 'SERVICE_BINDING_ROOT';

/** Names of the variables that a workload's containers have by themselves. */
export function variablesOf(workload: PlusWorkload): string[] {
  return containersOf(workload).flatMap(container => Object.keys(container.env.variables));
}

/** Puts bindings into every container of a workload: variables, and files below `/bindings`. */
export function bindContainers(workload: PlusWorkload, plans: BindingPlan[]): void {
  if (plans.length === 0) return;
  const secrets = new Map<string, ISecret>();
  const secretOf = (name: string) => secrets.get(name) ?? secrets.set(name, Secret.fromSecretName(workload, `secret ${name}`, name)).get(name)!;
  const volumes = plans.map(plan => ({ plan, volume: new ProjectedVolume(workload, plan) }));
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

function containersOf(workload: PlusWorkload): Container[] {
  return [...workload.initContainers, ...workload.containers];
}

/** The specification forbids to overwrite a root that is set. */
function setRoot(container: Container): void {
  if (container.env.variables[ROOT_VARIABLE] === undefined) container.env.addVariable(ROOT_VARIABLE, EnvValue.fromValue(BINDING_ROOT));
}

function valueOf(variable: BoundVariable, secretOf: (name: string) => ISecret): EnvValue {
  return variable.value === undefined
    ? EnvValue.fromSecretValue({ secret: secretOf(variable.secretName!), key: variable.secretKey! })
    : EnvValue.fromValue(variable.value);
}
