/** Sets of labels, each with an owner, found by what selects them: without a look at those that have none of the labels asked for. */
export class LabelSets<Owner> {
  private readonly sets = new Map<string, { readonly labels: ReadonlySet<string>; readonly owners: Owner[] }>();
  private readonly byLabel = new Map<string, string[]>();

  /** Adds a set; equal ones are held once, with all their owners. */
  public add(labels: Readonly<Record<string, string>>, owner: Owner): void {
    const pairs = pairsOf(labels);
    const key = JSON.stringify(pairs);
    const held = this.sets.get(key);
    if (held) {
      if (held.owners.at(-1) !== owner) held.owners.push(owner);
      return;
    }
    this.sets.set(key, { labels: new Set(pairs), owners: [owner] });
    for (const pair of pairs) {
      const others = this.byLabel.get(pair);
      if (others) others.push(key); else this.byLabel.set(pair, [key]);
    }
  }

  /**
   * The owners of the sets that hold all of these labels, in the order of adding; one of several such sets comes once for each. The rarest label
   * decides where to look, because one that all sets share tells nothing.
   */
  public holding(labels: Readonly<Record<string, string>>): Owner[] {
    const pairs = pairsOf(labels);
    let candidates: Iterable<string> = this.sets.keys();
    let fewest = this.sets.size;
    for (const pair of pairs) {
      const having = this.byLabel.get(pair) ?? [];
      if (having.length <= fewest) [candidates, fewest] = [having, having.length];
    }
    return [...candidates].map(key => this.sets.get(key)!).filter(set => pairs.every(pair => set.labels.has(pair))).flatMap(({ owners }) => owners);
  }
}

/** A text that equal labels have, whatever the order in which they were given. */
export function labelsKey(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(pairsOf(labels));
}

function pairsOf(labels: Readonly<Record<string, string>>): string[] {
  return Object.keys(labels).map(key => JSON.stringify([key, labels[key]])).sort();
}
