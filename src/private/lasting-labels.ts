/** Labels that a new release of a chart gives other values. Source: https://helm.sh/docs/chart_best_practices/labels/ */
const OF_RELEASE: ReadonlySet<string> = new Set(['helm.sh/chart', 'app.kubernetes.io/version']);

/** The labels that pods keep from release to release: who selects by others loses those of the last one while the next is rolled out. All, if none is left. */
export function lastingLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  const lasting = Object.entries(labels).filter(([key]) => !OF_RELEASE.has(key));
  return lasting.length === 0 ? { ...labels } : Object.fromEntries(lasting);
}
