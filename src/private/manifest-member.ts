/** A member of what may be anything: a manifest is its author's, so nothing about its shape is sure. */
export function member(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined, value);
}

/** The same, if it is a text. */
export function textMember(value: unknown, ...path: readonly string[]): string | undefined {
  const found = member(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** An object as it will be written; nothing if it cannot be, which the synthesis says itself. */
export function manifestOf(object: { manifest(): unknown }): unknown {
  try {
    return object.manifest();
  } catch {
    return undefined;
  }
}

/** The members of a list; none of what is no list. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The members of a map that are texts, such as labels. */
export function textsOf(record: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(record ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
