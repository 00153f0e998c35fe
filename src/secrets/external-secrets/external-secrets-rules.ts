import { Duration } from 'cdk8s';
import { assertDuration } from '../../private/bounds';
import { assertAnnotations, assertLabels, assertQualifiedName } from '../../private/labels';
import { assertNoCredential } from '../../private/literal-secret';
import { quote, TopologyError } from '../../private/topology-error';
import { ExternalSecretsOptions } from './external-secrets-options';
import { RefreshPolicy } from './refresh-policy';
import { SecretCreationPolicy, SecretDeletionPolicy } from './secret-lifetime';

/** The options with what holds where nothing is said. @internal */
export interface ExternalSecretsSettings extends ExternalSecretsOptions {
  readonly refreshPolicy: RefreshPolicy;
  readonly immutable: boolean;
  readonly creationPolicy: SecretCreationPolicy;
  readonly deletionPolicy: SecretDeletionPolicy;
}

const PATH = 'Secrets.externalSecrets';
/** What the operator writes on each Secret itself. Source: apis/externalsecrets/v1, LabelManaged, LabelOwner, AnnotationDataHash */
const OF_OPERATOR = 'reconcile.external-secrets.io/';

/**
 * Throws BST535 if options contradict each other or the operator, BST009 if the interval is no whole number of milliseconds, BST801 if a type, or the key
 * or value of a label or annotation cannot be one, BST510 or BST511 if a credential stands in one; returns what holds.
 */
export function assertSettings(options: ExternalSecretsOptions): ExternalSecretsSettings {
  const { refreshPolicy = RefreshPolicy.PERIODIC, immutable = false } = options;
  const { creationPolicy = SecretCreationPolicy.OWNER, deletionPolicy = SecretDeletionPolicy.RETAIN } = options;
  const settings = { ...options, refreshPolicy, immutable, creationPolicy, deletionPolicy };
  assertRefresh(settings);
  assertDeletion(settings);
  assertType(options.secretType);
  assertMetadata(options);
  const refreshInterval = assertDuration('refreshInterval', options.refreshInterval, PATH);
  return refreshPolicy === RefreshPolicy.PERIODIC ? { ...settings, refreshInterval: refreshInterval ?? Duration.hours(1) } : settings;
}

/** The operator reads an entry for an immutable Secret as for any other, changes nothing and reports that it is in order. */
function assertRefresh({ refreshPolicy, refreshInterval, immutable }: ExternalSecretsSettings): void {
  if (refreshInterval !== undefined && refreshPolicy !== RefreshPolicy.PERIODIC) {
    throw unsound(`refreshPolicy ${refreshPolicy} reads no store at intervals, and a refreshInterval is said`, 'leave refreshInterval out, or say RefreshPolicy.PERIODIC');
  }
  if (!immutable || refreshPolicy === RefreshPolicy.CREATED_ONCE) return;
  throw unsound(`an immutable Secret never changes, and refreshPolicy ${refreshPolicy} is to change it: the operator would report what it has not written as synced`,
    'say RefreshPolicy.CREATED_ONCE, or leave immutable out');
}

function assertDeletion({ refreshPolicy, creationPolicy, deletionPolicy }: ExternalSecretsSettings): void {
  if (deletionPolicy !== SecretDeletionPolicy.DELETE) return;
  if (creationPolicy !== SecretCreationPolicy.OWNER) {
    throw unsound(`the operator deletes no Secret that it does not own, and creationPolicy is ${creationPolicy}`, 'leave deletionPolicy out, or creationPolicy');
  }
  if (refreshPolicy === RefreshPolicy.PERIODIC) return;
  throw unsound(`refreshPolicy ${refreshPolicy} never looks whether an entry is gone, so nothing would delete its Secret`, 'leave deletionPolicy out, or refreshPolicy');
}

function assertType(type: string | undefined): void {
  if (type === undefined) return;
  assertQualifiedName('the type of a Secret', assertNoCredential(type, PATH), PATH);
  if (!/^(.*\.)?kubernetes\.io\//.test(type)) return;
  throw unsound(`a Secret of type ${quote(type)} must have the keys that Kubernetes knows of it, and that of a binding has those which its consumer reads`,
    'give secretType "Opaque" or a type of your own, or leave it out');
}

function assertMetadata({ secretLabels = {}, secretAnnotations = {} }: ExternalSecretsOptions): void {
  const own = [...Object.keys(secretLabels), ...Object.keys(secretAnnotations)].find(key => key.startsWith(OF_OPERATOR));
  if (own !== undefined) throw unsound(`the operator writes ${quote(own)} itself`, 'leave it out');
  for (const text of Object.values(secretLabels)) assertNoCredential(text, PATH);
  assertLabels(secretLabels, PATH);
  assertAnnotations(secretAnnotations, PATH);
}

function unsound(problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST535', path: PATH, problem, fix });
}
