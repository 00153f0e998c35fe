import { ContractReading } from './contract-reading';
import { GrpcMethod, operationsOf } from './grpc-methods';
import { ProtoTokens } from './proto-tokens';
import { ServedOperation } from './served-operation';

/** Statements of a file that say nothing of methods. Source: https://protobuf.com/docs/language-spec#file-elements */
const OTHERS = new Set(['import', 'option', 'message', 'enum', 'extend', 'export', 'local']);
const VERSIONS = new Map([['syntax', /^proto[23]$/], ['edition', /^20\d\d$/]]);
const IN_FULL = 'google.protobuf.MethodOptions.idempotency_level';
const NAME = /^[A-Za-z_]\w*$/;

/** The methods of the services that a .proto file declares, as operations; throws BST710 if it is none. */
export function readProto(text: string, reading: ContractReading): ServedOperation[] {
  return new ProtoReader(new ProtoTokens(text, reading)).read(reading);
}

class ProtoReader {
  private readonly methods: GrpcMethod[] = [];
  private readonly services = new Set<string>();
  private package: string | undefined;

  constructor(private readonly tokens: ProtoTokens) {}

  public read(reading: ContractReading): ServedOperation[] {
    while (this.tokens.next !== undefined) this.readStatement();
    const prefix = this.package === undefined ? '' : `${this.package}.`;
    return operationsOf(this.methods.map(method => ({ ...method, service: prefix + method.service })), this.services.size, reading);
  }

  private readStatement(): void {
    if (this.tokens.takes(';')) return;
    const word = this.tokens.take('a statement', NAME);
    if (word === 'package') return this.readPackage();
    if (word === 'service') return this.readService();
    const version = VERSIONS.get(word);
    if (version) return this.readVersion(version);
    if (!OTHERS.has(word)) throw this.tokens.refusal('a statement is none that a .proto file has');
    this.tokens.skipStatement();
  }

  /** Services are written alike in all versions. */
  private readVersion(version: RegExp): void {
    this.tokens.expect('=');
    const parts: string[] = [];
    do parts.push(this.tokens.take('a version', /^["']/).slice(1, -1)); while (!this.tokens.takes(';'));
    if (!version.test(parts.join(''))) throw this.tokens.refusal('a version is none of proto2, proto3 and editions');
  }

  private readPackage(): void {
    if (this.package !== undefined) throw this.tokens.refusal('a package is named a second time');
    this.package = this.readName('the name of the package');
    this.tokens.expect(';');
  }

  private readService(): void {
    const service = this.tokens.take('the name of a service', NAME);
    if (this.services.has(service)) throw this.tokens.refusal('a service is declared a second time');
    this.services.add(service);
    this.tokens.expect('{');
    while (!this.tokens.takes('}')) {
      if (this.tokens.takes(';')) continue;
      if (this.tokens.takes('option')) this.tokens.skipStatement();
      else this.readMethod(service);
    }
  }

  private readMethod(service: string): void {
    this.tokens.expect('rpc');
    const name = this.tokens.take('the name of a method', NAME);
    this.readMessage();
    this.tokens.expect('returns');
    this.readMessage();
    this.methods.push({ service, name, idempotency: this.tokens.takes('{') ? this.readOptions() : this.readEnd() });
  }

  private readMessage(): void {
    this.tokens.expect('(');
    this.tokens.takes('stream');
    this.tokens.takes('.');
    this.readName('the name of a message');
    this.tokens.expect(')');
  }

  /** What the options of a method say of repetitions. */
  private readOptions(): string | undefined {
    let idempotency: string | undefined;
    while (!this.tokens.takes('}')) {
      if (this.tokens.takes(';')) continue;
      this.tokens.expect('option');
      if (!this.takesLevel()) this.tokens.skipStatement();
      else if (idempotency !== undefined) throw this.tokens.refusal('idempotency_level is said a second time');
      else idempotency = this.readValue();
    }
    return idempotency;
  }

  /** An option may be named in full, as those of extensions are. */
  private takesLevel(): boolean {
    if (this.tokens.takes('idempotency_level')) return true;
    if (!this.tokens.takes('(')) return false;
    this.tokens.takes('.');
    const name = this.readName('the name of an option');
    this.tokens.expect(')');
    return name === IN_FULL && this.tokens.next === '=';
  }

  private readEnd(): undefined {
    this.tokens.expect(';');
  }

  private readValue(): string {
    this.tokens.expect('=');
    const value = this.tokens.take('a level', NAME);
    this.tokens.expect(';');
    return value;
  }

  private readName(what: string): string {
    const parts = [this.tokens.take(what, NAME)];
    while (this.tokens.takes('.')) parts.push(this.tokens.take(what, NAME));
    return parts.join('.');
  }
}
