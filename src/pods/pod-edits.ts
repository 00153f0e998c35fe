import { ApiObject } from 'cdk8s';
import { member } from '../private/manifest-member';
import { podTemplatePath } from '../private/pod-template';

/** The template of pods, as far as it is written into. @internal */
export interface PodTemplate {
  readonly metadata?: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: Record<string, unknown>;
}

/** Makes another template of one. @internal */
export type PodEdit = (template: PodTemplate) => PodTemplate;

const EDITS = new WeakMap<ApiObject, PodEdit[]>();

/**
 * Writes into the pods of an object. It is done to the object as it is written, whatever is added to that later: a patch of cdk8s comes before the
 * classes of `cdk8s import` make words of the API of their own, and what is in words of the API already would be lost there.
 */
export function editPods(object: ApiObject, edit: PodEdit): void {
  const known = EDITS.get(object);
  if (known) {
    known.push(edit);
    return;
  }
  const edits = [edit];
  EDITS.set(object, edits);
  const own = object.toJson.bind(object);
  object.toJson = () => edited(own(), edits);
}

function edited(manifest: unknown, edits: readonly PodEdit[]): unknown {
  const path = podTemplatePath(manifest);
  if (path === undefined) return manifest;
  const template = edits.reduce((before, edit) => edit(before), member(manifest, ...path) as PodTemplate);
  return put(manifest as Record<string, unknown>, path, template);
}

function put(at: Record<string, unknown>, [name, ...rest]: readonly string[], template: PodTemplate): unknown {
  if (name === undefined) return withMembers(at, template as unknown as Record<string, unknown>);
  return { ...at, [name]: put(at[name] as Record<string, unknown>, rest, template) };
}

/** An object with other members, each in its place if the others stand in order, as cdk8s writes them. */
export function withMembers<Whole extends object>(whole: Whole, members: object): Whole {
  const keys = Object.keys(whole);
  const isOrdered = keys.every((key, i) => i === 0 || keys[i - 1] < key);
  const all = Object.entries({ ...whole, ...members }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(isOrdered ? all.sort(([a], [b]) => a < b ? -1 : 1) : all) as Whole;
}
