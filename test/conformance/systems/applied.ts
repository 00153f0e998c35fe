import { KubernetesClient, ObjectReference, ServedObject } from './kubernetes-client';

/** An object and the text that it is applied as. */
export interface Applicable {
  readonly object: ObjectReference;
  readonly text: string;
}

/** What an application changed. */
export interface Change {
  readonly served: readonly ServedObject[];
  readonly gone: readonly ObjectReference[];
}

/** The objects that a run keeps on an API server: applying others takes away those that are no longer among them. */
export class Applied {
  private held = new Map<string, Applicable & { readonly served: ServedObject }>();

  constructor(private readonly client: KubernetesClient) {}

  /** Applies what is new or changed, all at once, and deletes what is no longer there. */
  public async become(wanted: readonly Applicable[]): Promise<Change> {
    const now = new Map(await Promise.all(wanted.map(async ({ object, text }) => {
      const held = this.held.get(nameOf(object));
      const served = held?.text === text ? held.served : await this.client.apply(text, object);
      return [nameOf(object), { object, text, served }] as const;
    })));
    const gone = [...this.held].filter(([name]) => !now.has(name)).map(([, { object }]) => object);
    await Promise.all(gone.map(object => this.client.delete(object)));
    this.held = now;
    return { served: [...now.values()].map(({ served }) => served), gone };
  }
}

function nameOf({ apiVersion, kind, metadata: { namespace, name } }: ObjectReference): string {
  return `${apiVersion} ${kind} ${namespace}/${name}`;
}
