import { PodTemplate } from '../../../support/emitted';
import { environmentOf } from '../../../support/kubelet';
import { Answer, image, Question } from '../../clients/client';
import { AskedWorld } from '../../clients/everybody';
import { hostileLogins, Login } from '../../clients/hostile-logins';
import { Manifests } from '../../harness/manifests';
import { Container } from '../../stand-ins/container';
import { secretsFromStores, Stores } from '../../stand-ins/external-secrets';
import { CertificateAuthority } from '../../systems/certificate-authority';
import { resolve } from '../../systems/names';

/** For how many users one container asks: few enough for a client that is slow to begin, on a machine with other work. */
const AT_ONCE = 250;

/** A server that runs, or several. */
export interface AttachedServer {
  /** Makes these users known to it instead of others, for a server that is slow with many. @default - it knows all from the start */
  letIn?(logins: readonly Login[]): Promise<void>;
  stop(): Promise<void>;
}

/** Servers of one kind, and how they come to know who enters. */
export interface AttachedService {
  /** How many hostile users there are, but in a nightly run, which has 1,000. @default 300 */
  readonly users?: number;
  /** What the server takes for the name of a user. */
  readonly isUser: (text: string) => boolean;
  /** What it takes for a password. @default - any text */
  readonly isPassword?: (text: string) => boolean;
  /** Names under which the declaration finds the servers; each leads to this machine. */
  readonly hosts: readonly [string, ...string[]];
  /** Starts them with a certificate for the hosts that the authority signs, and lets each of these users in. */
  readonly start: (logins: readonly Login[], authority: CertificateAuthority) => Promise<AttachedServer>;
  /** What the secret stores keep for the consumers, with this login. */
  readonly stored: (login: Login, authority: string) => Stores;
}

/** Containers of Deployments beside the servers of one kind of backing service. */
export class AttachedWorld implements AskedWorld<Login> {
  public static async open(service: AttachedService, isNightly: boolean): Promise<AttachedWorld> {
    const logins = hostileLogins(isNightly ? 1000 : service.users ?? 300, service.isUser, service.isPassword);
    const authority = await CertificateAuthority.create('authority');
    await resolve('127.0.0.1', [...service.hosts]);
    return new AttachedWorld(service, isNightly, logins, authority.certificate, await service.start(logins, authority));
  }

  private manifests!: Manifests;

  private constructor(
    private readonly service: AttachedService,
    public readonly isNightly: boolean,
    public readonly logins: readonly Login[],
    private readonly authority: string,
    private readonly server: AttachedServer,
  ) {}

  /** Only containers and the operators of Secrets read the manifests, and they begin anew with each question. */
  public async apply(manifests: Manifests): Promise<void> {
    this.manifests = manifests;
  }

  public async ask({ client, namespace, deployment, asks }: Question, logins: readonly Login[] = [this.logins[0]]): Promise<Answer[]> {
    const manifest = this.manifests.get('Deployment', deployment, namespace);
    const wanted = this.manifests.ofKind('ExternalSecret').filter(({ metadata }) => metadata.namespace === namespace);
    const secrets = await secretsFromStores(wanted, logins.map(login => this.service.stored(login, this.authority)));
    const [pod] = (manifest.spec.template as PodTemplate).spec.containers;
    const environments = secrets.map(content => Object.fromEntries(environmentOf(pod, content)));
    const container = Container.of(manifest, secrets[0]);
    const answers: Answer[] = [];
    for (let i = 0; i < environments.length; i += AT_ONCE) {
      await this.server.letIn?.(logins.slice(i, i + AT_ONCE));
      const input = JSON.stringify(environments.slice(i, i + AT_ONCE));
      answers.push(...JSON.parse(await container.run([...client.command, ...asks], image(this.authority), input)) as Answer[]);
    }
    return answers;
  }

  public async close(): Promise<void> {
    await this.server.stop();
  }
}
