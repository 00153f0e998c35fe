import { ProjectedVolume } from '../pods/workload-resource';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';
import { BindingPlan } from './binding-plan';
import { annotationOf, BoundFile, BoundVolume } from './bound-volume';

/** The files of bindings as one volume, each binding a folder; undefined if none of them has a file. */
export function boundVolume(plans: readonly BindingPlan[], name: string, mountPath: string): BoundVolume | undefined {
  const files = plans.flatMap(({ binding, files: own }) => own.map(({ path, text, ...source }): BoundFile => (
    { path: `${binding.name}/${path}`, text, annotation: text === undefined ? undefined : annotationOf(binding.name, path, name), ...source })));
  return files.length === 0 ? undefined : { name, mountPath, files: files.sort((a, b) => byCodePoint(a.path, b.path)) };
}

/**
 * A volume of bindings as a container mounts it: keys of Secrets under the specification's names, literal files from annotations of the pod.
 * That is what the reference runtime of the Service Binding specification does, without a controller.
 * Source: servicebinding/runtime, projector/binding.go
 */
export function projectedVolume({ name, files }: BoundVolume): ProjectedVolume {
  return { name, projected: { sources: [...secretSources(files), ...annotationSource(files)] } };
}

function secretSources(files: BoundFile[]) {
  const names = distinct(files.flatMap(file => file.secretName ?? [])).sort();
  return names.map(name => ({
    secret: { items: files.filter(file => file.secretName === name).map(({ secretKey, path }) => ({ key: secretKey!, path })), name },
  }));
}

function annotationSource(files: BoundFile[]) {
  const items = files.flatMap(({ path, annotation }) => (
    annotation === undefined ? [] : [{ fieldRef: { fieldPath: `metadata.annotations['${annotation}']` }, path }]));
  return items.length === 0 ? [] : [{ downwardAPI: { items } }];
}
