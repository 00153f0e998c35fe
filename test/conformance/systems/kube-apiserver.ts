import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, RunningProgram, WORK } from '../harness/process';
import { KUBE_APISERVER } from '../toolbox/kubernetes';
import { ETCD_URL, startEtcd } from './etcd';
import { KubernetesClient } from './kubernetes-client';

const PORT = 6443;
const TOKEN = 'administrator';

/** A real API server with an etcd of its own, and nothing behind it: no controllers, no nodes. */
export class KubeApiserver {
  /** @param advertised an address at which pods reach it */
  public static async start(advertised = '127.0.0.1'): Promise<KubeApiserver> {
    const folder = join(WORK, 'kube-apiserver');
    rmSync(join(WORK, 'etcd'), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const [key, publicKey, tokens] = ['service-accounts.key', 'service-accounts.pub', 'tokens.csv'].map(file => join(folder, file));
    await output(['openssl', 'genrsa', '-out', key, '2048']);
    await output(['openssl', 'rsa', '-in', key, '-pubout', '-out', publicKey]);
    writeFileSync(tokens, `${TOKEN},administrator,1,"system:masters"\n`);
    const etcd = await startEtcd();
    const server = RunningProgram.start('kube-apiserver', [
      KUBE_APISERVER.path('bin/kube-apiserver'), '--etcd-servers', ETCD_URL, '--bind-address', '127.0.0.1', '--advertise-address', advertised,
      '--secure-port', String(PORT), '--cert-dir', folder, '--service-account-key-file', publicKey, '--service-account-signing-key-file', key,
      '--service-account-issuer', 'https://kubernetes.default.svc', '--token-auth-file', tokens, '--authorization-mode', 'RBAC',
      '--service-cluster-ip-range', '10.96.0.0/16,fd00:96::/112', '--disable-admission-plugins', 'ServiceAccount', '--endpoint-reconciler-type', 'none',
    ]);
    const client = new KubernetesClient(`https://127.0.0.1:${PORT}`, TOKEN);
    await server.ready(() => client.isReady());
    return new KubeApiserver(client, [server, etcd]);
  }

  private constructor(public readonly client: KubernetesClient, private readonly programs: readonly RunningProgram[]) {}

  /** A kubeconfig for programs that read one. */
  public kubeconfig(): string {
    const file = join(WORK, 'kube-apiserver', 'kubeconfig');
    writeFileSync(file, JSON.stringify({
      'apiVersion': 'v1', 'kind': 'Config', 'current-context': 'run',
      'clusters': [{ name: 'run', cluster: { 'server': `https://127.0.0.1:${PORT}`, 'insecure-skip-tls-verify': true } }],
      'users': [{ name: 'run', user: { token: TOKEN } }],
      'contexts': [{ name: 'run', context: { cluster: 'run', user: 'run' } }],
    }));
    return file;
  }

  public async stop(): Promise<void> {
    for (const program of this.programs) await program.stop();
  }
}
