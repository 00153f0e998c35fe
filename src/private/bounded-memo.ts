const MOST = 4096;
const LONGEST = 256;

/** What was worked out of short texts, each text once as long as there are few; it never holds more than a few thousand. */
export class BoundedMemo<Value extends string | boolean> {
  private readonly known = new Map<string, Value>();

  constructor(private readonly workOut: (text: string) => Value) {}

  /** What is worked out of a text. */
  public of(text: string): Value {
    if (text.length > LONGEST) return this.workOut(text);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const value = this.workOut(text);
    if (this.known.size === MOST) this.known.clear();
    this.known.set(text, value);
    return value;
  }
}
