import { assertNoCredentialInText, namesSecret, writtenSecret } from './literal-secret';
import { survivesYaml } from './manifest-text';
import { assertName, NameRule } from './names';
import { quote, TopologyError } from './topology-error';

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

/** As `assertLabels`, for labels of objects that anybody may read; throws BST510 or BST511 besides if a credential stands in one. */
export function assertOpenLabels(labels: Record<string, string>, path: string): Record<string, string> {
  for (const [key, value] of Object.entries(assertLabels(labels, path))) assertNoSecret('the label', key, value, path);
  return labels;
}

/** Throws BST801 unless a name can be one of Kubernetes' qualified names: as the key of a label is. */
export function assertQualifiedName(what: string, name: string, path: string): string {
  return assertName({ ...KEY, what }, name, path);
}

/** Source: TotalAnnotationSizeLimitB of apimachinery, pkg/api/validation/objectmeta.go */
const MOST_BYTES = 256 * 1024;

/**
 * Throws BST801 unless all keys and texts can be those of annotations, BST510 or BST511 if a credential stands in one; returns the annotations.
 */
export function assertAnnotations(annotations: Record<string, string>, path: string): Record<string, string> {
  for (const [key, text] of Object.entries(annotations)) {
    assertQualifiedName('the key of an annotation', key, path);
    assertNoSecret('the annotation', key, text, path);
    if (!survivesYaml(text.replace(/\n/g, ''))) throw unfit(`the text of the annotation ${quote(key)} has a character that YAML loses`, 'write it with printable characters', path);
  }
  return assertAnnotationSize(annotations, path);
}

/** Throws BST801 if an object's annotations are longer together than Kubernetes takes; returns the annotations. */
export function assertAnnotationSize(annotations: Record<string, string>, path: string): Record<string, string> {
  const bytes = Buffer.byteLength(Object.entries(annotations).flat().join(''));
  if (bytes > MOST_BYTES) throw unfit(`the annotations have ${bytes} bytes: Kubernetes takes ${MOST_BYTES} at most`, 'give shorter ones', path);
  return annotations;
}

/** What a name calls a secret may be the name of one, as `auth-secret` is; what it calls a password may not. */
function assertNoSecret(what: string, key: string, text: string, path: string): void {
  if (namesSecret(key) && !/secret$/i.test(key)) throw writtenSecret(what, key, path);
  assertNoCredentialInText(text, path);
}

function unfit(problem: string, fix: string, path: string): TopologyError {
  return new TopologyError({ code: 'BST801', path, problem, fix });
}
