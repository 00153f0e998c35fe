import { PodTemplate } from '../../../support/emitted';
import { environmentOf, Secrets } from '../../../support/kubelet';
import { Answer, image, Question } from '../../clients/client';
import { AskedWorld } from '../../clients/everybody';
import { hostileLogins, isPostgresUser, isRedisUser } from '../../clients/hostile-logins';
import { Manifests } from '../../harness/manifests';
import { cloudNativePgSecrets } from '../../stand-ins/cloud-native-pg';
import { Container } from '../../stand-ins/container';
import { secretsFromStores } from '../../stand-ins/external-secrets';
import { ACCESS_SECRETS, clusters, contentOf, Logins } from './credentials';
import { Servers } from './servers';

const USERS = 1000;

/** Containers of the Deployments beside the servers that they use. */
export class StoresWorld implements AskedWorld<Logins> {
  public static async open(): Promise<StoresWorld> {
    const redis = hostileLogins(USERS, isRedisUser);
    const logins = hostileLogins(USERS, isPostgresUser).map((postgres, i) => ({ postgres, redis: redis[i] }));
    return new StoresWorld(logins, await Servers.start(logins));
  }

  private manifests!: Manifests;

  private constructor(public readonly logins: readonly Logins[], private readonly servers: Servers) {}

  /** Only containers and the operators of Secrets read the manifests, and they begin anew with each question. */
  public async apply(manifests: Manifests): Promise<void> {
    this.manifests = manifests;
  }

  /** Runs a client in a container of the Deployment; it connects once for each content that the Secrets have with these logins. */
  public async ask({ client, namespace, deployment, asks }: Question, logins: readonly Logins[] = [this.logins[0]]): Promise<Answer[]> {
    const manifest = this.manifests.get('Deployment', deployment, namespace);
    const secrets = await this.secrets(namespace, logins);
    const [pod] = (manifest.spec.template as PodTemplate).spec.containers;
    const environments = secrets.map(content => Object.fromEntries(environmentOf(pod, content)));
    const container = Container.of(manifest, secrets[0]);
    return JSON.parse(await container.run([...client.command, ...asks], image(this.servers.authority), JSON.stringify(environments))) as Answer[];
  }

  public async close(): Promise<void> {
    await this.servers.stop();
  }

  /** The Secrets of a namespace, for each of the logins. */
  private async secrets(namespace: string, logins: readonly Logins[]): Promise<Secrets[]> {
    const { authority, anotherAuthority } = this.servers;
    const wanted = this.manifests.ofKind('ExternalSecret').filter(({ metadata }) => metadata.namespace === namespace);
    const stored = await secretsFromStores(wanted, logins.map(login => contentOf(login, authority)));
    return logins.map((login, i) => {
      const operated = clusters(login, authority, anotherAuthority).filter(cluster => cluster.namespace === namespace).map(cloudNativePgSecrets);
      return Object.assign({}, stored[i], ACCESS_SECRETS[namespace], ...operated);
    });
  }
}
