import { member } from './manifest-member';

/** Where the template of pods stands in an object: in a CronJob; in a Deployment, an Argo Rollout and what is made like them; in a PodTemplate. */
const TEMPLATES: readonly (readonly string[])[] = [['spec', 'jobTemplate', 'spec', 'template'], ['spec', 'template'], ['template']];

/** Where the template of the pods that an object makes stands in it, by the names of its members; nothing if it makes none. A Pod is its own. */
export function podTemplatePath(manifest: unknown): readonly string[] | undefined {
  if (member(manifest, 'kind') === 'Pod') return [];
  return TEMPLATES.find(path => member(manifest, ...path, 'spec') !== undefined);
}

/** The ServiceAccount that pods run as. `serviceAccount` is the older word, which an API server still fills in where the newer is absent. Source: Kubernetes, PodSpec v1 */
export function serviceAccountOf(podSpec: unknown): string {
  return [member(podSpec, 'serviceAccountName'), member(podSpec, 'serviceAccount')].find((name): name is string => typeof name === 'string' && name !== '') ?? 'default';
}
