import { assertName, NameRule } from './names';

/**
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set; besides, cdk8s cannot
 * render a key `constructor`.
 */
const KEY: NameRule = {
  what: 'the key of a label',
  pattern: /^(?!constructor$)(?=.{1,253}\/|[^/]*$)([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
  longest: 317,
  allowed: 'letters, digits, "-", "_" and ".", at most 63 characters, with a DNS name and "/" before them if need be; not "constructor"',
};
const VALUE: NameRule = {
  what: 'the value of a label',
  pattern: /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/,
  longest: 63,
  allowed: 'letters, digits, "-", "_" and ".", at most 63 characters',
};

/** Throws BST801 unless all keys and values can be those of labels; returns the labels. */
export function assertLabels(labels: Record<string, string>, path: string): Record<string, string> {
  for (const [key, value] of Object.entries(labels)) {
    assertName(KEY, key, path);
    assertName(VALUE, value, path);
  }
  return labels;
}
