import {
  BackingService, Binding, BindingEntry, BindingValue, CredentialPart, Enforcement, EnforcementAnswer, EnvNames, HttpProvider, HttpService, IContract,
  Login, Problem, Provision,
  SecretBindings, SecretEncoding, SecretSupplier, Severity, Workload,
} from '../../src';
import { AnyService, expectRefusal, newHttpService, newTopology, newWorkload, vault } from '../support/declare';

/** Answers that JavaScript, Python or a cast may give where a class of a user is asked. */
const WRONG = [undefined, null, 5, 'a text', Symbol('a'), {}, [undefined], ['a text'], new Map(), () => 1] as never[];

class Provider extends HttpProvider {
  constructor(private readonly answer: never) { super(); }
  public provide(): Provision { return this.answer; }
}
class Told extends AnyService {
  constructor(shop: ReturnType<typeof newTopology>, private readonly answer: never, login?: Login) {
    const { provision, ...traits } = AnyService.traits();
    super(shop, 'told', { ...traits, provision: new Provision({ locator: provision.locator, login }) });
  }
  public bind(): BindingEntry[] { return this.answer; }
}
class Names extends EnvNames {
  constructor(private readonly answer: never) { super(); }
  public variablesOf(): Record<string, string> { return this.answer; }
}
class AnyLogin extends Login {
  public readonly enforcesReadOnly = true;
  constructor(private readonly answer: never) { super(); }
  public credentialFor() { return this.answer; }
}

const bindingOf = (service: BackingService, web: Workload, envNames?: EnvNames) => new Binding([web.calls(service, { envNames })]);

test.each(WRONG)('provide() gives a Provision, not %p', answer => {
  expectRefusal(() => new HttpService(newTopology(), 'api', { provider: new Provider(answer) }), 'BST021', 'chart/shop/api',
    'what provide() of the provider gives is', 'Provision');
});

test.each(WRONG)('bind() gives entries, not %p', answer => {
  const shop = newTopology();
  const binding = bindingOf(new Told(shop, answer), newWorkload(shop, 'web'));
  expectRefusal(() => binding.entries, 'BST021', 'chart/shop/workloads/web calls told', 'what bind() of the service gives', 'BindingEntry');
});

test.each(WRONG.filter(answer => answer !== WRONG[5]))('variablesOf() gives a map of texts, not %p', answer => {
  const shop = newTopology();
  const binding = bindingOf(newHttpService(shop, 'api'), newWorkload(shop, 'web'), new Names(answer));
  expectRefusal(() => binding.variables, 'BST021', 'chart/shop/workloads/web calls api', 'what variablesOf() of the EnvNames gives');
});

test.each(WRONG)('credentialFor() gives a Credential, not %p', answer => {
  const shop = newTopology();
  const binding = bindingOf(new Told(shop, [] as never, new AnyLogin(answer)), newWorkload(shop, 'web'));
  expectRefusal(() => binding.entries, 'BST021', 'chart/shop/workloads/web calls told', 'what credentialFor() of the Login gives is', 'Credential');
});

test.each(WRONG)('describe() gives PodFacts, not %p', answer => {
  expectRefusal(() => newWorkload(newTopology(), 'web', { pods: { describe: () => answer } }), 'BST021', 'chart/shop/workloads/web',
    'what describe() of the pods gives');
});

test.each(WRONG)('a contract has operations, not %p', answer => {
  const shop = newTopology();
  const contract: IContract = { operations: answer };
  const declare = () => new HttpService(shop, 'api', { provider: HttpProvider.workload(newWorkload(shop, 'web')), contract });
  expectRefusal(declare, 'BST021', 'chart/shop/api', 'contract.operations');
});

test.each(WRONG)('check() gives problems, and a check that gives %p has failed itself', answer => {
  const shop = newTopology();
  shop.addCheck({ code: 'ACME001', title: 'a rule', severity: Severity.WARNING, rationale: 'because', fix: 'change it', check: (): Problem[] => answer });
  const [finding] = shop.findings;
  expect([finding.code, finding.severity]).toEqual(['ACME001', Severity.ERROR]);
  expect(finding.problem).toContain('what check() gives');
});

test.each(WRONG)('an output answers what becomes of a promise, not %p', answer => {
  class Answering extends Enforcement {
    public field(): EnforcementAnswer { return answer; }
  }
  const shop = newTopology();
  newWorkload(shop, 'web').calls(newHttpService(shop, 'api'), { bindingName: 'told' });
  shop.read({ enforcement: new Answering() });
  expect(shop.findings.map(({ code, problem }) => `${code} ${problem}`).join()).toMatch(/BST616 .*Enforcement gives/);
});

test.each(WRONG)('a supplier says yes or no to what it is asked, not %p', answer => {
  class Supplier extends SecretSupplier {
    public readonly name = 'a pipeline';
    public readonly composes = true;
    constructor(private readonly method: 'fetches' | 'encodes') { super(); }
    public fetches(_: CredentialPart): boolean { return this.method === 'fetches' ? answer : true; }
    public encodes(_: SecretEncoding): boolean { return this.method === 'encodes' ? answer : true; }
    public supply(): void { /* nothing to emit */ }
  }
  const credential = vault.secret('a');
  const entry = BindingEntry.of('password', BindingValue.percentEncoded(credential, 'password'), { variable: 'PASSWORD' });
  const bound = (method: 'fetches' | 'encodes') => {
    const shop = newTopology();
    newWorkload(shop, 'web').calls(new Told(shop, [entry] as never, Login.shared(credential)));
    return new SecretBindings(shop.node.scope as never, 'bindings', { topology: shop, secrets: new Supplier(method) }) && shop.findings;
  };
  expectRefusal(() => bound('encodes'), 'BST021', 'chart/shop/workloads/web calls told', 'what encodes() of the SecretSupplier gives');
  expect(bound('fetches').map(({ problem }) => problem).join()).toContain('what fetches() of the SecretSupplier gives');
});

test('a class of a user that leaves out what the class above it leaves open is refused where it is given', () => {
  const provider = new (class extends (HttpProvider as unknown as new () => object) {})() as HttpProvider;
  expectRefusal(() => new HttpService(newTopology(), 'api', { provider }), 'BST021', 'chart/shop/api', 'which has provide()');
});
