import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PodContainer, PodTemplate } from '../../support/emitted';
import { environmentOf, filesOf, Secrets } from '../../support/kubelet';
import { Manifest } from '../harness/manifests';
import { output, WORK } from '../harness/process';

/**
 * Stands in for the kubelet: a container of a Deployment, with exactly the variables and files that its pod template says.
 * A missing Secret or key throws, as the kubelet leaves the container in CreateContainerConfigError.
 */
export class Container {
  /** The only container of a Deployment; the Secrets are those of its namespace. */
  public static of(deployment: Manifest, secrets: Secrets): Container {
    const template = deployment.spec.template as PodTemplate;
    const [container, ...others] = template.spec.containers;
    if (others.length > 0) throw new Error(`${deployment.metadata.name} has ${others.length + 1} containers`);
    return new Container(container, template, secrets);
  }

  public readonly environment: ReadonlyMap<string, string>;
  private readonly root: string;

  private constructor(private readonly container: PodContainer, private readonly template: PodTemplate, secrets: Secrets) {
    this.environment = environmentOf(container, secrets);
    mkdirSync(WORK, { recursive: true });
    this.root = mkdtempSync(join(WORK, 'container-'));
    this.mount(secrets);
  }

  /** Secrets have changed while it runs: its files change, its variables do not. Source: https://kubernetes.io/docs/concepts/configuration/secret/#mounted-secrets-are-updated-automatically */
  public mount(secrets: Secrets): void {
    for (const [path, text] of filesOf(this.container, this.template, secrets)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  /**
   * Runs a program in it, which ends by itself, and returns what it printed. It sees the machine's files, those of the container, and
   * no other variables than the container's.
   *
   * @param image variables that the image of such a program would set, like PATH
   */
  public async run(command: readonly string[], image: Record<string, string> = {}, input?: string): Promise<string> {
    const env = { ...image, ...Object.fromEntries(this.environment) };
    return output(['bwrap', ...machine(readdirSync(this.root)), ...this.ownFolders(), '--dev', '/dev', '--proc', '/proc', '--', ...command], { env, input });
  }

  private ownFolders(): string[] {
    return readdirSync(this.root).flatMap(name => ['--ro-bind', join(this.root, name), `/${name}`]);
  }
}

/** The machine's own folders, but for those that the container has itself. bubblewrap makes a new root for them: nothing is written on the machine's. */
function machine(except: readonly string[]): string[] {
  return readdirSync('/', { withFileTypes: true }).filter(({ name }) => ![...except, 'dev', 'proc'].includes(name)).flatMap(entry => (
    entry.isSymbolicLink() ? ['--symlink', readlinkSync(`/${entry.name}`), `/${entry.name}`] : entry.isDirectory() ? ['--bind', `/${entry.name}`, `/${entry.name}`] : []));
}
