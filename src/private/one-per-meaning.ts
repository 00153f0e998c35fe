/**
 * One object for each meaning. What means the same is the same object then, for `===` in JavaScript and for `==` in Python, where an object that
 * crosses the border again is the one that is there already.
 */
export class OnePerMeaning<Value> {
  private readonly made = new Map<string, Value>();

  /** The object of a meaning; made once. */
  public of(meaning: string, make: () => Value): Value {
    let value = this.made.get(meaning);
    if (value === undefined) this.made.set(meaning, value = make());
    return value;
  }
}
