import { listed, TopologyError } from '../private/topology-error';

type Labels = Readonly<Record<string, string>>;

/** A requirement of a label selector, in the words of the API. @internal */
export interface LabelExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/**
 * The labels that say what a selector says, expressions of one value among them; throws BST025 if it selects by what no label can say, so that labels
 * alone would select more.
 */
export function labelsSelecting(matchLabels: Labels, expressions: readonly LabelExpression[], path: string): Record<string, string> {
  const labels = { ...matchLabels };
  const unsaid = expressions.filter(({ key, operator, values = [] }) => {
    if (operator !== 'In' || values.length !== 1 || (labels[key] ?? values[0]) !== values[0]) return true;
    labels[key] = values[0];
    return false;
  });
  if (unsaid.length === 0) return labels;
  throw new TopologyError({
    code: 'BST025',
    path,
    problem: `the pods are selected by more than labels: ${listed(unsaid.map(({ key, operator, values = [] }) => [key, operator, ...values].join(' ')))}; `
      + 'policies and Services select by labels alone, and would take pods that are not these',
    fix: 'select by labels that only these pods have, LabelSelector.of({ labels })',
  });
}
