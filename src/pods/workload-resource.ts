import { IConstruct } from 'constructs';

/** A variable of a container, in the words of the API. @internal */
export interface EnvVar {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: unknown;
}

/** A volume of pods, in the words of the API. @internal */
export interface PodVolume {
  readonly name: string;
}

/** A volume that puts together what lies elsewhere. @internal */
export interface ProjectedVolume extends PodVolume {
  readonly projected: { readonly sources: readonly object[] };
}

/** A volume that a CSI driver fills. @internal */
export interface CsiVolume extends PodVolume {
  readonly csi: { readonly driver: string; readonly readOnly: boolean; readonly volumeAttributes: Readonly<Record<string, string>> };
}

/** A container of pods, init containers among them, that can be told of services. @internal */
export interface BindableContainer {
  readonly name: string;
  /** The variables that it has, in order. */
  readonly env: readonly EnvVar[];
  /** Where it has something mounted. */
  readonly mountPaths: readonly string[];
  /** Sets variables before those that it has, whose `$(NAME)` see only what stands before them; one that it has of a name keeps its value. */
  prepend(variables: readonly EnvVar[]): void;
  /** Mounts a volume, which is that of the pods if they have one of its name, to be read. */
  mount(volume: PodVolume, path: string): void;
}

/** What makes the pods of one version: a workload resource, as Kubernetes calls a Deployment, a StatefulSet or a CronJob. @internal */
export interface WorkloadResource {
  /** The construct that stands for it. */
  readonly made: IConstruct;
  readonly namespace?: string;
  /** The account of its pods; `default` if it names none, which is a statement too. */
  readonly serviceAccountName: string;
  /** Labels and annotations of its pods, as they are now. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly hostNetwork: boolean;
  /** Number of its pods; unknown if somebody else scales it, or if they end. */
  readonly replicas?: number;
  /** The TCP ports that its containers declare; nothing if they declare none, because Kubernetes asks nobody to. */
  readonly ports?: number[];
  /** Those of them that have a name; of two of one name the first. */
  readonly portNames?: Record<string, number>;
  /** Names of the volumes of its pods. */
  readonly volumeNames: readonly string[];
  /** Its containers, those that run first before the others. */
  readonly containers: readonly BindableContainer[];
  /** The labels that select its pods; throws BST025 if it selects by what no label can say, so that labels alone would select more. */
  selector(): Record<string, string>;
  label(key: string, value: string): void;
  annotate(key: string, value: string): void;
  /** Keeps the variables that Kubernetes makes of Services out of its pods. */
  switchOffServiceLinks(): void;
}

/** The TCP ports that containers declare. */
export function portsDeclared(ports: readonly DeclaredPort[]): Pick<WorkloadResource, 'ports' | 'portNames'> {
  const declared = ports.filter(({ protocol = 'TCP' }) => protocol === 'TCP');
  if (declared.length === 0) return {};
  const named = declared.flatMap(({ name, number }) => name === undefined ? [] : [[name, number] as const]);
  return { ports: declared.map(({ number }) => number), portNames: named.length === 0 ? undefined : Object.fromEntries(named.reverse()) };
}

/** A port that a container declares. @internal */
export interface DeclaredPort {
  readonly number: number;
  readonly name?: string;
  readonly protocol?: string;
}

/** The variables of a container with others before them; of two of one name the container's own value is kept. */
export function prepended<Variable extends { readonly name: string }>(variables: readonly Variable[], own: readonly Variable[]): Variable[] {
  const kept = new Map(own.map(variable => [variable.name, variable]));
  const names = new Set(variables.map(({ name }) => name));
  return [...variables.map(variable => kept.get(variable.name) ?? variable), ...own.filter(({ name }) => !names.has(name))];
}
