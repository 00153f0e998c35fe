import { App, Chart } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, Pods, Postgres, PostgresProvider, SecretBindings, Secrets, SecretStore, SecretSupplier, Topology, Workload,
} from '../../src';
import { emitted } from '../support/emitted';

interface Program {
  readonly secrets?: SecretSupplier;
  /** Namespace of the client. */
  readonly namespace?: string;
  readonly serverEnvNames?: EnvNames;
  readonly copy?: CredentialPart;
  readonly provider?: (credentials: Credential) => PostgresProvider;
}

const TOLD = EnvNames.map({ POSTGRES_PASSWORD: '{password}' });

/** Kinds of what is emitted, or the findings. */
function declared({ secrets = Secrets.externalSecrets(), namespace, serverEnvNames = TOLD, copy, provider }: Program): { kinds: string[] } {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  const workload = (id: string, ns?: string) => new Workload(topology, id, { namespace: ns, pods: Pods.fromLabels({ labels: { app: id } }) });
  const credentials = Credential.of({ username: CredentialPart.text('app'), password: CredentialPart.generated('dev-db', { copy }) });
  const given = provider?.(credentials) ?? PostgresProvider.workload(workload('server'), { database: 'orders', credentials, serverEnvNames });
  workload('web', namespace).uses(new Postgres(topology, 'db', { provider: given }));
  new SecretBindings(chart, 'bindings', { topology, secrets });
  const { findings } = topology;
  return { kinds: findings.length > 0 ? findings.map(({ code, problem, fix }) => `${code}: ${problem}; ${fix}`) : emitted(chart).map(({ kind }) => kind) };
}

class Plain extends SecretSupplier {
  public readonly name: string = 'the plain supplier';
  public readonly composes = true;
  public fetches = () => true;
  public encodes = () => true;
  public supply = () => undefined;
}

class Generating extends Plain {
  public override readonly name = 'the generating supplier';
  public override generates(): boolean {
    return true;
  }
}

test('it is generated where the server is', () => expect(declared({}).kinds.sort()).toEqual(['ExternalSecret', 'Password']));

const vault = SecretStore.cluster('vault').entry('dev-db');
const engine = SecretStore.vaultKeyValue('v', { mount: 'kv' }).property('dev-db', 'password');

test.each<[string, SecretSupplier]>([
  ['the operator', Secrets.externalSecrets()], ['the one of several that can', Secrets.firstOf(Secrets.onePassword(), new Generating(), Secrets.externalSecrets())],
])('a copy is written by %s', (_, secrets) => expect(declared({ copy: vault, secrets }).kinds.sort()).toEqual(['ExternalSecret', 'Password', 'PushSecret']));

test.each<[string, Program, RegExp]>([
  ['a copy where the supplier writes nothing', { copy: engine }, /^BST519: a copy of the Secret dev-db is to be in VaultKeyValueV2 v, and the External Secrets Operator writes nothing there; name a SecretStore/],
  ['a copy that a supplier of somebody\'s knows nothing of', { copy: vault, secrets: new Generating() }, /^BST519: a copy of .* the generating supplier writes nothing there/],
  ['a supplier that generates nothing', { secrets: new Plain() }, /^BST519: nothing generates the Secret dev-db of db; give the Platform secrets: Secrets\.externalSecrets\(\)$/],
  ['a server that is not told', { serverEnvNames: EnvNames.map({ PORT_TO_SERVE: '{port}' }) }, /^BST519: the Secret dev-db is generated, and the server of db is not told .*; name the part in the serverEnvNames/],
  ['a server of somebody else', { provider: credentials => PostgresProvider.external({ host: 'db.example.com', database: 'd', credentials }) }, /^BST519: .*the server of db is not told/],
  ['a client elsewhere', { namespace: 'other' }, /^BST519: the Secret dev-db is generated in namespace shop and cannot be read in other; run the workload in the namespace/],
])('BST519: %s', (_, program, problem) => {
  const { kinds } = declared(program);
  expect(kinds.filter(text => text.startsWith('BST519'))).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
});
