import { randomBytes } from 'node:crypto';
import { Secrets } from '../../support/kubelet';
import { eventually } from '../harness/eventually';
import { Manifest, Manifests } from '../harness/manifests';
import { KafkaAcl, KafkaAdmin } from '../systems/kafka-admin';
import { StrimziCluster, watched } from './strimzi-cluster';

const MECHANISM = 'SCRAM_SHA_512';

/**
 * Stands in for Strimzi's User Operator: a KafkaUser becomes a SCRAM credential, rules of the authorizer and a Secret of the user's name.
 * Users that have no KafkaUser lose what they have, but for those that the pattern STRIMZI_IGNORED_USERS_PATTERN names.
 * Source: strimzi-kafka-operator, KafkaUserModel, KafkaUserOperator, SimpleAclOperator, ScramCredentialsOperator.
 */
export class StrimziUserOperator {
  /** The Secrets that it keeps, in the cluster's namespace. */
  public secrets: Secrets = {};

  constructor(private readonly cluster: StrimziCluster, private readonly admin: KafkaAdmin, private readonly ignored: RegExp) {}

  /** Returns when the broker acts by the users' manifests. */
  public async reconcile(manifests: Manifests): Promise<void> {
    const users = watched(manifests, 'KafkaUser', this.cluster);
    this.secrets = userSecrets(users);
    await this.reconcileCredentials(Object.fromEntries(Object.entries(this.secrets).map(([user, { password }]) => [user, password])));
    await this.reconcileAcls(users.filter(({ metadata }) => this.secrets[metadata.name]).flatMap(aclsOf));
  }

  /** The broker does not tell which password a user has, so the old ones are seen to go first. */
  private async reconcileCredentials(passwords: Readonly<Record<string, string>>): Promise<void> {
    const present = async () => (await this.admin.users()).filter(name => !this.ignored.test(name));
    const before = await present();
    if (before.length > 0) await this.admin.deleteUsers(before, MECHANISM);
    await eventually('the old users are gone', async () => (await present()).length === 0);
    if (Object.keys(passwords).length > 0) await this.admin.setPasswords(passwords, MECHANISM);
    await eventually('the users are there', async () => (await present()).join() === Object.keys(passwords).sort().join());
  }

  private async reconcileAcls(wanted: readonly KafkaAcl[]): Promise<void> {
    const present = async () => (await this.admin.acls()).filter(([, , , principal]) => !this.ignored.test(principal.replace('User:', '')));
    const now = await present();
    const [surplus, missing] = [without(now, wanted), without(wanted, now)];
    if (surplus.length > 0) await this.admin.deleteAcls(surplus);
    if (missing.length > 0) await this.admin.createAcls(missing);
    await eventually('the rules are there', async () => {
      const then = await present();
      return without(then, wanted).length + without(wanted, then).length === 0;
    });
  }
}

/**
 * A Secret for each SCRAM user, with the keys `password` and `sasl.jaas.config`. The password is the one that the KafkaUser refers to, or a
 * new one; a user whose reference leads nowhere gets no Secret. The real operator keeps a password that is there, this one begins anew.
 */
export function userSecrets(users: readonly Manifest[]): Secrets {
  const asked = ({ spec }: Manifest) => spec.authentication.password?.valueFrom.secretKeyRef;
  const scram = users.filter(({ spec }) => spec.authentication?.type === 'scram-sha-512');
  const secrets: Secrets = Object.fromEntries(scram.filter(user => !asked(user)).map(({ metadata: { name } }) => [name, secretOf(name, randomBytes(16).toString('hex'))]));
  for (const user of scram.filter(asked)) {
    const password = secrets[asked(user).name]?.[asked(user).key];
    if (password !== undefined) secrets[user.metadata.name] = secretOf(user.metadata.name, password);
  }
  return secrets;
}

function secretOf(name: string, password: string): Record<string, string> {
  return { password, 'sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required username="${name}" password="${password}";` };
}

/** A rule for each operation of each rule; `allow`, literal names and any host where nothing is said. */
export function aclsOf({ metadata, spec }: Manifest): KafkaAcl[] {
  if (spec.authorization?.type !== 'simple') return [];
  return (spec.authorization.acls as any[]).flatMap(({ type = 'allow', resource, operations, host = '*' }) => operations.map((operation: string): KafkaAcl => [
    RESOURCES[resource.type], resource.name, resource.patternType === 'prefix' ? 'PREFIXED' : 'LITERAL', `User:${metadata.name}`, host, inCapitals(operation), inCapitals(type),
  ]));
}

const RESOURCES: Readonly<Record<string, string>> = { topic: 'TOPIC', group: 'GROUP', cluster: 'BROKER', transactionalId: 'TRANSACTIONAL_ID' };

function inCapitals(words: string): string {
  return words.replace(/\B[A-Z]/g, '_$&').toUpperCase();
}

function without(rules: readonly KafkaAcl[], others: readonly KafkaAcl[]): KafkaAcl[] {
  const known = new Set(others.map(rule => rule.join(' ')));
  return rules.filter(rule => !known.has(rule.join(' ')));
}
