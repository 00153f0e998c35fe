import { Manifest, Synthesized } from './synthesized';

/**
 * What a container is told, by name: a text as the container has it, and in it, in angles, what it is put together of; of a Secret that an ExternalSecret fills, its
 * template, or, if that is one part alone, where the store keeps it; of any other Secret, its name and key.
 *
 * Without what the image is given anyway, the folder of files, and variables that are there to be part of others.
 */
export function told(system: Synthesized, deployment: string, given: readonly string[] = []): Record<string, string> {
  const { env } = system.container(deployment) as { env: { readonly name: string; readonly value?: string }[] };
  const isPart = (part: string) => env.some(({ value }) => value?.includes(`$(${part})`));
  const from = Object.fromEntries(Object.entries(system.variables(deployment)).map(([name, text]) => [name, whereFrom(system, text)]));
  const composed = Object.entries(from).map(([name, text]) => [name, text.replace(/\$\((\w+)\)/g, (_, part: string) => `‹${from[part]}›`)]);
  return Object.fromEntries(composed.filter(([name]) => !isPart(name) && !['SERVICE_BINDING_ROOT', ...given].includes(name))) as Record<string, string>;
}

/** Source: https://external-secrets.io/latest/guides/templating/ */
function whereFrom(system: Synthesized, text: string): string {
  const [, secret, key] = /^secret (\S+) (\S+)$/.exec(text) ?? [];
  const filled = system.ofKind('ExternalSecret').find(({ spec }) => spec.target.name === secret);
  if (!filled) return text;
  const template = filled.spec.target.template.data[key] as string;
  const [, part] = /^\{\{ (?:\.|index \. ")([\w-]+)"? \}\}$/.exec(template) ?? [];
  return part ? keptAt(filled, part) : template;
}

interface Fetched {
  readonly secretKey: string;
  readonly remoteRef: { readonly key: string; readonly property: string };
}

function keptAt({ metadata, spec }: Manifest, part: string): string {
  const found = (spec.data as Fetched[] | undefined)?.find(({ secretKey }) => secretKey === part);
  return found ? `${spec.secretStoreRef.name}: ${found.remoteRef.key} ${found.remoteRef.property}` : `generated: ${metadata.name} ${part}`;
}
