import { Secrets } from '../../../support/kubelet';
import { Manifests } from '../../harness/manifests';
import { TierWorld } from '../../harness/tier';
import { Container } from '../../stand-ins/container';
import { StoreContent } from '../../stand-ins/external-secrets';
import { accessSecrets } from '../../stand-ins/strimzi-access-operator';
import { bootstrapHost, brokerHost, clusterSecrets, StrimziCluster } from '../../stand-ins/strimzi-cluster';
import { StrimziTopicOperator } from '../../stand-ins/strimzi-topic-operator';
import { StrimziUserOperator } from '../../stand-ins/strimzi-user-operator';
import { CertificateAuthority } from '../../systems/certificate-authority';
import { KafkaBroker } from '../../systems/kafka';
import { KafkaAdmin } from '../../systems/kafka-admin';
import { KafkaListener } from '../../systems/kafka-listener';
import { resolve } from '../../systems/names';
import { managedServices, OWNED_BY_OTHERS } from './managed-services';
import { otherSecrets } from './other-secrets';

const EVENTS = { name: 'events', namespace: 'kafka', listeners: [{ name: 'tls', port: 9093 }] };
const AUDIT = { name: 'audit', namespace: 'kafka', listeners: [{ name: 'tls', port: 9094 }] };
/** One broker stands in for both clusters, so that the operators of each leave the other's users alone. */
const USERS_OF_OTHERS = new Map([[EVENTS.name, new RegExp(`${OWNED_BY_OTHERS.source}|\\.${AUDIT.name}$`)], [AUDIT.name, new RegExp(`(?<!\\.${AUDIT.name})$`)]]);

/** A cluster, and what its operators do. */
interface Operated {
  readonly cluster: StrimziCluster;
  readonly users: StrimziUserOperator;
  readonly topics: StrimziTopicOperator;
}

/** A broker with four doors: one for each of two clusters as Strimzi opens it, and those of two managed services. */
export class KafkaWorld implements TierWorld {
  public static async open(): Promise<KafkaWorld> {
    const events = await opened(EVENTS);
    const audit = await opened(AUDIT);
    const services = await managedServices();
    const broker = await KafkaBroker.start([events.listener, audit.listener, ...services.listeners]);
    await services.prepare(broker.admin);
    return new KafkaWorld([events.cluster, audit.cluster], broker, services.store);
  }

  private readonly operated: readonly Operated[];
  private manifests = new Manifests([]);
  private others: Readonly<Record<string, Secrets>> = {};

  private constructor(clusters: readonly StrimziCluster[], private readonly broker: KafkaBroker, private readonly store: StoreContent) {
    this.operated = clusters.map(cluster => ({
      cluster,
      users: new StrimziUserOperator(cluster, broker.admin, USERS_OF_OTHERS.get(cluster.name)!),
      topics: new StrimziTopicOperator(cluster, broker.admin),
    }));
  }

  /** For what a row does or sees from outside of any program. */
  public get admin(): KafkaAdmin {
    return this.broker.admin;
  }

  public async apply(manifests: Manifests): Promise<void> {
    for (const { users, topics } of this.operated) {
      await users.reconcile(manifests);
      await topics.reconcile(manifests);
    }
    this.others = await otherSecrets(manifests, this.store);
    this.manifests = manifests;
  }

  /** The container of a Deployment, as the kubelet starts it. */
  public container(namespace: string, name: string): Container {
    return Container.of(this.manifests.get('Deployment', name, namespace), this.secretsOf(namespace));
  }

  public async close(): Promise<void> {
    await this.broker.stop();
  }

  private secretsOf(namespace: string): Secrets {
    return Object.assign({ ...this.others[namespace] }, ...this.operated.flatMap(({ cluster, users }) => [
      accessSecrets(this.manifests, namespace, cluster, users.secrets),
      ...namespace === cluster.namespace ? [clusterSecrets(cluster), users.secrets] : [],
    ])) as Secrets;
  }
}

/** A cluster with authorities of its own, and the door that Strimzi opens for it. */
async function opened(declared: Omit<StrimziCluster, 'clusterCa' | 'clientsCa'>): Promise<{ cluster: StrimziCluster; listener: KafkaListener }> {
  const authority = await CertificateAuthority.create(`kafka-${declared.name}`);
  const clients = await CertificateAuthority.create(`kafka-${declared.name}-clients`);
  const cluster = { ...declared, clusterCa: authority.certificate, clientsCa: clients.certificate };
  const hosts: [string, string] = [bootstrapHost(cluster), brokerHost(cluster)];
  await resolve('127.0.0.1', hosts);
  const certificate = await authority.sign(...hosts);
  return { cluster, listener: { name: declared.name, port: declared.listeners[0].port, host: brokerHost(cluster), certificate, mechanism: 'SCRAM-SHA-512' } };
}
