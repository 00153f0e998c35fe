import { isMethod } from '../model/operation-rules';
import { byCodePoint } from '../private/names';
import { asSent } from '../private/request-path';
import { quote } from '../private/topology-error';
import { Place } from './contract-files';
import { hasInvisible } from './contract-reading';
import { ReferenceResolver } from './reference-resolver';
import { ServedOperation } from './served-operation';
import { serverBasePaths } from './server-base-path';
import { Data, DataObject, isList, isObject, kindOf } from './yaml-document';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
/** Source: https://spec.openapis.org/oas/v3.2.0.html#path-item-object */
const PATH_ITEM = new Set([...METHODS, 'additionalOperations', 'summary', 'description', 'servers', 'parameters']);
/**
 * Sources: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
 * and https://datatracker.ietf.org/doc/draft-ietf-httpbis-safe-method-w-body/
 */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY']);
/** Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
const IDEMPOTENCY_KEY = 'idempotency-key';
const LONGEST_ID = 256;
const LONGEST_PATH = 2048;

/** The operations of a document that have an `operationId`, sorted by it; throws BST710 where their meaning is unclear. */
export function readOperations(root: Place, resolver: ReferenceResolver): ServedOperation[] {
  return new OperationReader(root, resolver).read().sort((a, b) => byCodePoint(a.id, b.id));
}

class OperationReader {
  private readonly found = new Map<string, ServedOperation>();
  private readonly servers = new Map<Data, readonly string[]>();

  constructor(private readonly root: Place, private readonly resolver: ReferenceResolver) {}

  public read(): ServedOperation[] {
    const paths = isObject(this.root.value) ? this.root.value.get('paths') : undefined;
    if (paths === undefined) return [];
    for (const [template, item] of this.object({ file: this.root.file, value: paths }, '"paths"')) {
      if (!template.startsWith('x-')) this.readPath(template, item);
    }
    return [...this.found.values()];
  }

  private readPath(template: string, value: Data): void {
    if (!template.startsWith('/') || template.length > LONGEST_PATH || hasInvisible(template)) {
      throw this.refusal(
        this.root,
        `the key ${quote(template)} in "paths": a path starts with "/" and has at most ${LONGEST_PATH} characters, none invisible`,
        'correct the path',
      );
    }
    const item = this.resolver.resolve({ file: this.root.file, value });
    for (const [method, operation] of this.operations(item, `the path ${quote(template)}`)) {
      this.readOperation(method, template, item, this.resolver.resolve({ file: item.file, value: operation }));
    }
  }

  /** The operations of a path item, by method. */
  private operations(place: Place, what: string): [string, Data][] {
    const item = this.object(place, what);
    if ([...item.keys()].some(field => !PATH_ITEM.has(field) && !field.startsWith('x-'))) {
      throw this.refusal(place, `${what} has a field that OpenAPI does not know`, 'write methods in small letters, and start a field of your own with "x-"');
    }
    const usual = METHODS.filter(method => item.has(method)).map((method): [string, Data] => [method.toUpperCase(), item.get(method)!]);
    const others = item.get('additionalOperations');
    return others === undefined ? usual : [...usual, ...this.additional({ file: place.file, value: others }, what)];
  }

  private additional(place: Place, what: string): [string, Data][] {
    const operations = this.object(place, `"additionalOperations" of ${what}`);
    if ([...operations.keys()].some(method => !isMethod(method) || METHODS.includes(method.toLowerCase()))) {
      throw this.refusal(place, `"additionalOperations" of ${what} has a key that is no further method in capitals`, 'write the method as it is sent');
    }
    return [...operations];
  }

  private readOperation(method: string, template: string, item: Place, operation: Place): void {
    const where = `${method} ${quote(template)}`;
    const fields = this.object(operation, where);
    const id = fields.get('operationId');
    if (id === undefined) {
      if (!METHODS.some(field => fields.has(field))) return;
      throw this.refusal(operation, `${where} is a path item: it must be an operation`, 'point the $ref at the operation');
    }
    if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID || hasInvisible(id)) {
      throw this.refusal(
        operation,
        `the operationId of ${where} is ${kindOf(id)}: it must be text of 1 to ${LONGEST_ID} characters, none invisible`,
        'correct the operationId',
      );
    }
    const other = this.found.get(id);
    if (other !== undefined) {
      throw this.refusal(operation, `the operationId of ${where} is also that of ${other.method} ${quote(other.template)}`, 'make it unique');
    }
    const retriable = IDEMPOTENT.has(method) || [operation, item].some(holder => this.takesIdempotencyKey(holder));
    this.found.set(id, { id, method, retriable, template: asSent(template), basePaths: this.basePaths([operation, item, this.root]) });
  }

  /** Whether the parameters that an operation or its path item lists include the header `Idempotency-Key`. */
  private takesIdempotencyKey({ file, value }: Place): boolean {
    const parameters = isObject(value) ? value.get('parameters') : undefined;
    if (parameters === undefined) return false;
    if (!isList(parameters)) throw this.refusal({ file, value }, `"parameters" is ${kindOf(parameters)}: it must be a list`, 'write the parameters as a list');
    return parameters.some(parameter => this.isIdempotencyKey(this.resolver.resolve({ file, value: parameter })));
  }

  private isIdempotencyKey(place: Place): boolean {
    const parameter = this.object(place, 'a parameter');
    const name = parameter.get('name');
    return parameter.get('in') === 'header' && typeof name === 'string' && name.toLowerCase() === IDEMPOTENCY_KEY;
  }

  /** Of the servers, those nearest to the operation hold; each list of them is read once. */
  private basePaths(holders: Place[]): readonly string[] {
    for (const { file, value } of holders) {
      const servers = isObject(value) ? value.get('servers') : undefined;
      if (servers === undefined) continue;
      const known = this.servers.get(servers) ?? serverBasePaths(servers, this.resolver.readingOf(file));
      this.servers.set(servers, known);
      return known;
    }
    return [];
  }

  private object(place: Place, what: string): DataObject {
    if (isObject(place.value) && place.value.has('__proto__')) {
      throw this.refusal(place, `${what} has the key "__proto__", which can change the behaviour of programs that read the document`, 'rename it');
    }
    if (isObject(place.value)) return place.value;
    throw this.refusal(place, `${what} is ${kindOf(place.value)}: it must be an object`, 'write it as an object');
  }

  private refusal(place: Place, problem: string, fix: string): Error {
    return this.resolver.readingOf(place.file).refusal(problem, fix);
  }
}
