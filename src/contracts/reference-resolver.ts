import { quote } from '../private/topology-error';
import { ContractFiles, Place } from './contract-files';
import { ContractReading } from './contract-reading';
import { decoded, LocalReference, parseReference } from './local-reference';
import { Data, DataObject, isList, isObject, kindOf } from './yaml-document';

const LONGEST_CHAIN = 10;
const FIX = 'point the $ref at the object itself';
/** Fields that operations are read from, of which OpenAPI leaves undefined what they mean beside a `$ref`. */
const UNDEFINED_BESIDE_REF = [
  'get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query', 'additionalOperations', 'operationId', 'parameters', 'servers',
];

/** Follows `$ref`s one at a time, where a value is needed: a document dereferenced whole can grow without bounds. @internal */
export class ReferenceResolver {
  /** Where chains end, by the target of their first `$ref`: a hostile document can point everything at one long chain. */
  private readonly ends = new Map<string, Place>();

  constructor(private readonly files: ContractFiles) {}

  /** The reading, for a refusal that concerns the file. */
  public readingOf(file: string): ContractReading {
    return this.files.readingOf(file);
  }

  /** The first value that is no reference; throws BST710 if the chain is broken, circular or long. */
  public resolve(start: Place): Place {
    const visited = new Set<string>();
    let place = start;
    while (isObject(place.value) && place.value.has('$ref')) {
      const reference = this.referenceIn(place, place.value);
      const target = JSON.stringify([reference.file, reference.fragment]);
      if (visited.has(target)) throw this.refusal(start, 'leads back to itself');
      if (visited.size >= LONGEST_CHAIN) throw this.refusal(start, `leads over more than ${LONGEST_CHAIN} others`);
      visited.add(target);
      place = this.ends.get(target) ?? this.follow(place, reference);
    }
    for (const target of visited) this.ends.set(target, place);
    return place;
  }

  private referenceIn(place: Place, object: DataObject): LocalReference {
    const ref = object.get('$ref');
    const reading = this.readingOf(place.file);
    if (typeof ref !== 'string') throw reading.refusal(`a $ref is ${kindOf(ref)}: it must be text`, FIX);
    const beside = UNDEFINED_BESIDE_REF.filter(field => object.has(field));
    if (beside.length > 0) {
      throw reading.refusal(
        `${beside.map(quote).join(', ')} beside ${reading.reference(ref)}: OpenAPI does not define which of the two holds`,
        'move them into the object that the $ref points at, or remove the $ref',
      );
    }
    return parseReference(ref, place.file, reading);
  }

  private follow(from: Place, { file, fragment }: LocalReference): Place {
    const document = this.files.open(file, from.file);
    const value = valueAt(document.value, fragment);
    if (value === undefined) throw this.refusal(from, 'points at nothing');
    return { file, value };
  }

  private refusal(place: Place, problem: string): Error {
    const reading = this.readingOf(place.file);
    const ref = isObject(place.value) ? place.value.get('$ref') : undefined;
    return reading.refusal(`${reading.reference(String(ref))} ${problem}`, FIX);
  }
}

/** Source: https://www.rfc-editor.org/rfc/rfc6901 */
function valueAt(document: Data, fragment: string): Data | undefined {
  const pointer = decoded(fragment);
  if (pointer === '') return document;
  if (pointer === undefined || !pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  let value: Data | undefined = document;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isObject(value)) value = value.get(key);
    else if (isList(value) && /^(0|[1-9]\d*)$/.test(key)) value = value[Number(key)];
    else return undefined;
  }
  return value;
}
