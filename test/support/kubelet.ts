import { PodContainer, PodTemplate, PodVolume } from './emitted';

/** Secrets of a namespace: name to data. */
export type Secrets = Record<string, Record<string, string>>;

/**
 * Text as the kubelet reads it from a `value`: `$$` is `$`, `$(NAME)` an earlier variable or, if there is none, itself.
 * Source: kubernetes, third_party/forked/golang/expansion/expand.go, written anew.
 */
export function expand(text: string, earlier: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:(\$)|\(([^)]*)\)|(\()|([^]))/g, (all, dollar?: string, name?: string) => dollar ?? (name === undefined ? all : earlier.get(name) ?? all));
}

/** The environment that a container starts with; throws where the container would not start. */
export function environmentOf(container: PodContainer, secrets: Secrets): Map<string, string> {
  const environment = new Map<string, string>();
  for (const { name, value, valueFrom } of container.env ?? []) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`${name} is no C identifier`);
    environment.set(name, valueFrom ? read(secrets, valueFrom.secretKeyRef) : expand(value ?? '', environment));
  }
  return environment;
}

/** The files that a container finds: path to text; throws where the API server would refuse the pod, or it would not start. */
export function filesOf(container: PodContainer, template: PodTemplate, secrets: Secrets): Map<string, string> {
  const files = new Map<string, string>();
  const mounts = container.volumeMounts ?? [];
  if (new Set(mounts.map(({ mountPath }) => mountPath)).size < mounts.length) throw new Error('two mounts on one path');
  for (const { name, mountPath } of mounts) {
    for (const [path, text] of projected(template.spec.volumes!.find(volume => volume.name === name)!, template, secrets)) files.set(`${mountPath}/${path}`, text);
  }
  return files;
}

function projected({ name, projected: { sources } }: PodVolume, { metadata }: PodTemplate, secrets: Secrets): Map<string, string> {
  if (!/^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) throw new Error(`${name} is no DNS label`);
  const files = new Map<string, string>();
  const add = (path: string, text: string) => {
    if (files.has(path) || path.startsWith('/') || path.split('/').includes('..')) throw new Error(`path ${path} is taken or leads out of the volume`);
    files.set(path, text);
  };
  for (const { secret, downwardAPI } of sources) {
    for (const { key, path } of secret?.items ?? []) add(path, read(secrets, { name: secret!.name, key }));
    for (const { path, fieldRef } of downwardAPI?.items ?? []) add(path, annotation(metadata.annotations ?? {}, fieldRef.fieldPath));
  }
  return files;
}

function annotation(annotations: Record<string, string>, fieldPath: string): string {
  const [, key] = /^metadata\.annotations\['(.*)'\]$/.exec(fieldPath)!;
  if (!isQualifiedName(key)) throw new Error(`${key} cannot be an annotation`);
  if (!Object.hasOwn(annotations, key)) throw new Error(`there is no annotation ${key}`);
  return annotations[key];
}

/** `IsQualifiedName` of apimachinery's validation. */
function isQualifiedName(key: string): boolean {
  const [prefix, name, ...rest] = key.split('/');
  return rest.length === 0 && prefix.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(prefix)
    && name.length <= 63 && /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/.test(name);
}

function read(secrets: Secrets, { name, key }: { readonly name: string; readonly key: string }): string {
  const value = secrets[name]?.[key];
  if (value === undefined) throw new Error(`Secret ${name} has no key ${key}: the container stays in CreateContainerConfigError`);
  return value;
}
