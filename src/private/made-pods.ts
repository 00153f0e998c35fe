import { member, manifestOf, textMember } from './manifest-member';

/** Pods that an emitted object makes. */
export interface MadePods {
  /** Their labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of the Secrets that they read. */
  readonly secrets: readonly string[];
  /** The ServiceAccount that they run as. */
  readonly serviceAccountName: string;
}

/** Where the template of pods stands: in a CronJob; in a Deployment, StatefulSet, DaemonSet, Job or what is made like them. */
const TEMPLATES = [['spec', 'jobTemplate', 'spec', 'template'], ['spec', 'template']];

/** References to a Secret within the spec of a pod, and what names it there. Source: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['secretKeyRef', 'name'], ['secretRef', 'name'], ['secret', 'secretName'], ['nodePublishSecretRef', 'name'],
]);

/** Several rules ask, and an object is rendered anew each time. */
const read = new WeakMap<object, MadePods | 'none'>();

/** The pods that an object makes; none if it makes none. */
export function podsMadeBy(object: { readonly kind: string; manifest(): unknown }): MadePods | undefined {
  const pods = read.get(object) ?? podsOf(object.kind, manifestOf(object)) ?? 'none';
  read.set(object, pods);
  return pods === 'none' ? undefined : pods;
}

function podsOf(kind: string, manifest: unknown): MadePods | undefined {
  const template = kind === 'Pod' ? manifest : TEMPLATES.map(path => member(manifest, ...path)).find(found => member(found, 'spec') !== undefined);
  if (template === undefined) return undefined;
  const secrets = new Set<string>();
  const spec = member(template, 'spec');
  addSecrets(spec, secrets);
  return { labels: textsOf(member(template, 'metadata', 'labels')), secrets: [...secrets].sort(), serviceAccountName: accountIn(spec) };
}

/** `serviceAccount` is the older word, which an API server still fills in where the newer is absent. Source: Kubernetes, PodSpec v1 */
function accountIn(spec: unknown): string {
  return textMember(spec, 'serviceAccountName') || textMember(spec, 'serviceAccount') || 'default';
}

function textsOf(record: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(record ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
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
