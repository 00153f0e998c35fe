import { EmittedObject } from '../model/emitted-object';
import { IWorkload } from '../model/workload-interface';
import { manifestOf, member, textsOf } from '../private/manifest-member';

type Labels = readonly [string, string][];

/** The labels that an object of the author selects pods by, at a place of its manifest; undefined where its whole namespace is meant. */
export function labelsIn(object: EmittedObject, ...place: string[]): Labels | undefined {
  const labels = Object.entries(textsOf(member(manifestOf(object), ...place)));
  return labels.length === 0 ? undefined : labels;
}

/** Whether some pods of a workload have these labels. */
export function isAbout(labels: Labels, { selector: all, versions }: IWorkload): boolean {
  return versions.some(version => labels.every(([key, value]) => ({ ...all, ...version.labels })[key] === value));
}
