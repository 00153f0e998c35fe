import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import {
  BackingService, Binding, BindingEntry, BindingPart, BindingRequest, BindingValue, Channel, DataAccess, ExternalLocatorProps,
  HttpProvider, HttpService, Kafka,
  KafkaProvider, Locator, Pods, Provision, SecretStore, ServiceShape, TcpProvider, TcpService, Topology, Workload, WorkloadProps,
} from '../../src';
import { TopologyError } from '../../src/private/topology-error';

/** An empty topology `shop` in namespace `shop`; its elements' paths begin with `chart/shop`. */
export function newTopology(namespace: string | undefined = 'shop', id = 'shop'): Topology {
  return new Topology(new Chart(new App(), 'chart'), id, { namespace });
}

/** A topology that nothing tells a namespace. */
export function topologyWithoutNamespace(): Topology {
  return new Topology(new Chart(new App(), 'chart'), 'shop');
}

export function newWorkload(shop: Topology, id: string, props: Partial<WorkloadProps> = {}): Workload {
  return new Workload(shop, id, { ...props, pods: props.pods ?? Pods.fromLabels({ labels: { app: id } }) });
}

/** An HTTP service that a workload `<id>-server` provides. */
export function newHttpService(shop: Topology, id: string): HttpService {
  return new HttpService(shop, id, { provider: HttpProvider.workload(newWorkload(shop, `${id}-server`)) });
}

/** A service whose requests no mesh sees. */
export function newTcpService(shop: Topology, id: string): TcpService {
  return new TcpService(shop, id, { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636 }) });
}

export function newKafka(shop: Topology, id = 'kafka'): Kafka {
  return new Kafka(shop, id, { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
}

export const vault = SecretStore.cluster('vault');

/** Any kind of service with these facts, bound by nothing. */
export class AnyService extends BackingService {
  public static traits(host = 'any.example.com', props: Partial<ExternalLocatorProps> = {}) {
    const locator = Locator.external({ addresses: [{ host, port: 1 }], ...props });
    return { bindingType: 'any', provision: new Provision({ locator, provider: 'somebody' }), shape: ServiceShape.API };
  }

  public bind(request: BindingRequest): BindingEntry[] {
    return [BindingEntry.text('groups', `${request.access} ${request.consumerGroups.join()}`, { variable: 'GROUPS' })];
  }
}

/** What a service tells a consumer. */
export function told(service: BackingService, consumer: Workload, access = DataAccess.READ_WRITE, consumerGroups: string[] = []): BindingEntry[] {
  return service.bind(BindingRequest._of(consumer, access, consumerGroups, service.login?.credentialFor(consumer, access)));
}

/** A kind of channel of somebody else's. */
export class Queue extends Channel {
  constructor(service: BackingService, name: string, address?: string) {
    super({ service, name, address });
  }
}

/** Entries as `variable`, or `(file)`, to text; a part of a credential reads `{where part}`, with its encoding if it has one. */
export function readable(entries: BindingEntry[]): Record<string, string> {
  return Object.fromEntries(entries.flatMap(({ variable, file, fileVariable, value }) => [
    ...fileVariable === undefined ? [] : [[fileVariable, `/bindings/b/${file}`]],
    ...variable === undefined ? [] : [[variable, textOf(value)]],
    ...file === undefined ? [] : [[`(${file})`, textOf(value)]],
  ]));
}

/** The variables that a binding's consumer reads, sorted. */
export function variablesOf(binding: Binding): string[] {
  return binding.variables.map(({ name }) => name).sort();
}

export function textOf(value: BindingValue): string {
  return value.parts.map(partText).join('');
}

function partText({ literal, secret, file, encoding }: BindingPart): string {
  if (file !== undefined) return `/bindings/b/${file}`;
  const encoded = { none: '', percent: ' %', libpq: ' libpq', ado: ' ado', jaas: ' jaas' }[encoding];
  return literal ?? `{${secret!.secretName ?? secret!.entry} ${secret!.key ?? secret!.property}${encoded}}`;
}

/** What a call throws, which must be a refusal: a TopologyError. */
export function refusalOf(call: () => unknown): TopologyError {
  try {
    call();
  } catch (error) {
    if (error instanceof TopologyError) return error;
    throw new Error(`no refusal but ${error instanceof Error ? error.stack : String(error)}`);
  }
  throw new Error('nothing was refused');
}

/** Asserts that a call is refused with this code and path, and that the message holds each of the words: value got, what is allowed, the fix. */
export function expectRefusal(call: () => unknown, code: string, path: string, ...words: string[]): void {
  const { code: given, message } = refusalOf(call);
  expect(message.slice(0, code.length + path.length + 3)).toBe(`${code} ${path}: `);
  expect(given).toBe(code);
  expect(message).toMatch(/^[^\n]+; [^\n]+[^.\n]$/);
  for (const word of words) expect(message).toContain(word);
}

/** Whether a call is accepted; everything thrown must be a refusal. */
export function accepts(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (error instanceof TopologyError) return false;
    throw error;
  }
}

/** A character of any alphabet. fast-check's own unit 'binary' is the same set, but makes a table of it: a second in each file that imports this one. */
const character = fc.nat(0x10f7ff).map(rank => String.fromCodePoint(rank < 0xd800 ? rank : rank + 0x800));

/** Texts that break what is careless: other alphabets, line ends, escapes, templates, prototypes, lone surrogates, length. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: character, maxLength: 70 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)), maxLength: 20 }),
  fc.constantFrom(
    '', ' ', '.', '..', '-', '/', '\0', 'a\n', '\na', 'a\r\nb', 'a\u2028b', '\u202eevil', '\u001b[31m', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
    '$(VAR)', '${x}', '{{ .password }}', '<script>', '"; rm -rf /', '%00', '%zz', '\ud800', 'K', 'ſ', 'İ', 'a'.repeat(63), 'a'.repeat(64),
    'a'.repeat(253), 'a'.repeat(254), 'a.'.repeat(126) + 'a', 'a'.repeat(100_000), '-'.repeat(50_000), '/'.repeat(50_000), '.'.repeat(50_000),
  ),
);

/** Runs a call with hostile texts: it may accept or refuse, but never fail otherwise, forge a second line, or grow its message without bound. */
export function survivesHostileText(call: (text: string) => unknown, numRuns = 150): void {
  fc.assert(fc.property(hostileText, text => {
    try {
      call(text);
    } catch (error) {
      if (!(error instanceof TopologyError)) throw error;
      expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202e]/u);
    }
  }), { numRuns });
}
