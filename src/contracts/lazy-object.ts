import { Data } from './yaml-document';

/** An object of which a member is read when somebody asks for it: of a large document little is needed. @internal */
export class LazyObject extends Map<string, Data> {
  constructor(private readonly members: ReadonlyMap<string, () => Data>) {
    super();
  }

  public override get size(): number {
    return this.members.size;
  }

  public override has(name: string): boolean {
    return this.members.has(name);
  }

  public override get(name: string): Data | undefined {
    const known = super.get(name);
    if (known !== undefined) return known;
    const data = this.members.get(name)?.();
    if (data !== undefined) super.set(name, data);
    return data;
  }

  public override keys(): MapIterator<string> {
    return this.members.keys();
  }

  public override* entries(): MapIterator<[string, Data]> {
    for (const name of this.members.keys()) yield [name, this.get(name)!];
  }

  public override* values(): MapIterator<Data> {
    for (const [, data] of this.entries()) yield data;
  }

  public override forEach(visit: (data: Data, name: string, all: Map<string, Data>) => void): void {
    for (const [name, data] of this.entries()) visit(data, name, this);
  }

  public override [Symbol.iterator](): MapIterator<[string, Data]> {
    return this.entries();
  }
}
