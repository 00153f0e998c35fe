import { Operation } from '../model/operation';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';
import { Data, DataObject, isObject, kindOf } from './contract-data';
import { Place } from './contract-files';
import { hasInvisible } from './contract-text';
import { takesIdempotencyKey } from './idempotency-key';
import { ReferenceResolver } from './reference-resolver';
import { serverBasePath } from './server-base-path';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
/** Source: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const IDEMPOTENT = new Set(['get', 'head', 'options', 'trace', 'put', 'delete']);
const LONGEST_ID = 256;
const LONGEST_PATH = 2048;

/** The operations of a document that have an `operationId`, sorted by it; throws BST710 where their meaning is unclear. */
export function readOperations(root: Place, resolver: ReferenceResolver): Operation[] {
  return new OperationReader(root, resolver).read().sort((a, b) => byCodePoint(a.id, b.id));
}

class OperationReader {
  private readonly found = new Map<string, Operation>();

  constructor(private readonly root: Place, private readonly resolver: ReferenceResolver) {}

  public read(): Operation[] {
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
    const place = this.resolver.resolve({ file: this.root.file, value });
    const item = this.object(place, `the path ${quote(template)}`);
    for (const method of METHODS) {
      const operation = item.get(method);
      if (operation !== undefined) this.readOperation(method, template, place, { file: place.file, value: operation });
    }
  }

  private readOperation(method: string, template: string, item: Place, operation: Place): void {
    const where = `${method.toUpperCase()} ${quote(template)}`;
    const id = this.object(operation, where).get('operationId');
    if (id === undefined) return;
    if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID || hasInvisible(id)) {
      throw this.refusal(
        operation,
        `the operationId of ${where} is ${kindOf(id)}: it must be text of 1 to ${LONGEST_ID} characters, none invisible`,
        'correct the operationId',
      );
    }
    const other = this.found.get(id);
    if (other !== undefined) {
      throw this.refusal(operation, `the operationId ${quote(id)} of ${where} is also that of ${other.method} ${quote(other.path)}`, 'make it unique');
    }
    this.found.set(id, {
      id,
      method: method.toUpperCase(),
      path: this.basePath([operation, item, this.root]) + template,
      retriable: IDEMPOTENT.has(method) || [operation, item].some(holder => takesIdempotencyKey(holder, this.resolver)),
    });
  }

  /** Of the servers, those nearest to the operation hold. */
  private basePath(holders: Place[]): string {
    for (const { file, value } of holders) {
      const servers = isObject(value) ? value.get('servers') : undefined;
      if (servers !== undefined) return serverBasePath(servers, this.resolver.subjectOf(file));
    }
    return '';
  }

  private object(place: Place, what: string): DataObject {
    if (isObject(place.value)) return place.value;
    throw this.refusal(place, `${what} is ${kindOf(place.value)}: it must be an object`, 'write it as an object');
  }

  private refusal(place: Place, problem: string, fix: string): Error {
    return this.resolver.subjectOf(place.file).refusal(problem, fix);
  }
}
