import { Manifest, Synthesized } from './synthesized';

interface Container {
  readonly name: string;
  readonly env?: { readonly name: string; readonly value?: string; readonly valueFrom?: unknown }[];
}

/** The containers of every Deployment, those that run first among them, by `<deployment>/<container>`. */
export function containersOf(system: Synthesized): Map<string, Container> {
  return new Map(system.ofKind('Deployment').flatMap(({ metadata, spec }: Manifest) => {
    const { containers, initContainers = [] } = spec.template.spec as { containers: Container[]; initContainers?: Container[] };
    return [...initContainers, ...containers].map((container): [string, Container] => [`${metadata.name}/${container.name}`, container]);
  }));
}

/** The variables of a container but those that its image is given anyway; hosts without what the namespace adds to the name of a Service. */
export function locatorsOf({ env = [] }: Container, given: readonly string[] = []): Record<string, string> {
  const told = env.filter(({ name }) => !given.includes(name)).map(({ name, value }) => [name, value === undefined ? 'secret' : value.replace(/\.[a-z-]+\.svc(?![a-z.])/g, '')]);
  return Object.fromEntries(told) as Record<string, string>;
}
