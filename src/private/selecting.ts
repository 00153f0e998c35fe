import { byCodePoint } from './names';

/** Labels by key. */
type Labels = Readonly<Record<string, string>>;

/** All selectors that ask for the same keys, by the values that they ask for. */
interface Shape<Value> {
  readonly keys: readonly string[];
  readonly byValues: Map<string, Value[]>;
}

/**
 * What selects pods by labels, found by the pods. Selectors of many workloads ask for few different sets of keys, so a pod is looked up once for each of
 * these, and never compared with every selector.
 *
 * @internal
 */
export class Selecting<Value> {
  private readonly shapes = new Map<string, Shape<Value>>();
  private readonly byFirstKey = new Map<string, Shape<Value>[]>();

  public add(selector: Labels, value: Value): void {
    const keys = Object.keys(selector).sort(byCodePoint);
    const { byValues } = this.shapeOf(keys);
    const values = valuesOf(selector, keys);
    const others = byValues.get(values);
    if (others) others.push(value); else byValues.set(values, [value]);
  }

  /** What selects pods with these labels. */
  public ofPods(labels: Labels): Value[] {
    const shapes = Object.keys(labels).flatMap(key => this.byFirstKey.get(key) ?? []);
    return shapes.flatMap(({ keys, byValues }) => byValues.get(valuesOf(labels, keys)) ?? []);
  }

  private shapeOf(keys: readonly string[]): Shape<Value> {
    const id = JSON.stringify(keys);
    const known = this.shapes.get(id);
    if (known) return known;
    const shape = { keys, byValues: new Map<string, Value[]>() };
    this.shapes.set(id, shape);
    const others = this.byFirstKey.get(keys[0]);
    if (others) others.push(shape); else this.byFirstKey.set(keys[0], [shape]);
    return shape;
  }
}

function valuesOf(labels: Labels, keys: readonly string[]): string {
  return JSON.stringify(keys.map(key => labels[key]));
}
