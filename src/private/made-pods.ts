import { listOf, manifestOf, member, textMember, textsOf } from './manifest-member';
import { podTemplatePath, serviceAccountOf } from './pod-template';

/** A variable of a container whose text is in the object. */
export interface MadeVariable {
  readonly container: string;
  readonly name: string;
  readonly value: string;
}

/** Pods that an emitted object makes. */
export interface MadePods {
  /** Their labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of the Secrets that they read. */
  readonly secrets: readonly string[];
  /** The texts that their containers are told, those that run first among them. */
  readonly variables: readonly MadeVariable[];
  /** The ServiceAccount that they run as. */
  readonly serviceAccountName: string;
}

/** References to a Secret within the spec of a pod, and what names it there. Source: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['secretKeyRef', 'name'], ['secretRef', 'name'], ['secret', 'secretName'], ['nodePublishSecretRef', 'name'],
]);

/** Several rules ask, and an object is rendered anew each time. */
const read = new WeakMap<object, MadePods | 'none'>();

/** The pods that an object makes; none if it makes none. */
export function podsMadeBy(object: { manifest(): unknown }): MadePods | undefined {
  const pods = read.get(object) ?? podsOf(manifestOf(object)) ?? 'none';
  read.set(object, pods);
  return pods === 'none' ? undefined : pods;
}

function podsOf(manifest: unknown): MadePods | undefined {
  const path = podTemplatePath(manifest);
  if (path === undefined) return undefined;
  const template = member(manifest, ...path);
  const secrets = new Set<string>();
  const spec = member(template, 'spec');
  addSecrets(spec, secrets);
  return {
    labels: textsOf(member(template, 'metadata', 'labels')),
    secrets: [...secrets].sort(),
    variables: [...variablesIn(member(spec, 'initContainers')), ...variablesIn(member(spec, 'containers'))],
    serviceAccountName: serviceAccountOf(spec),
  };
}

function variablesIn(containers: unknown): MadeVariable[] {
  return listOf(containers).flatMap(container => listOf(member(container, 'env')).flatMap(variable => {
    const [name, value] = [textMember(variable, 'name'), textMember(variable, 'value')];
    return name === undefined || value === undefined ? [] : [{ container: textMember(container, 'name') ?? '', name, value }];
  }));
}

function addSecrets(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const key = REFERENCES.get(name);
    const secrets = key === undefined ? [] : [member(inner, key), name === 'secret' ? member(inner, 'name') : undefined];
    for (const secret of secrets) if (typeof secret === 'string') found.add(secret);
    addSecrets(inner, found);
  }
}
