import { isList, isObject, kindOf } from './contract-data';
import { Place } from './contract-files';
import { ReferenceResolver } from './reference-resolver';

const HEADER = 'idempotency-key';

/**
 * Whether the parameters that an operation or its path item lists include the header `Idempotency-Key`.
 *
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export function takesIdempotencyKey(holder: Place, resolver: ReferenceResolver): boolean {
  const parameters = isObject(holder.value) ? holder.value.get('parameters') : undefined;
  if (parameters === undefined) return false;
  if (!isList(parameters)) {
    throw resolver.subjectOf(holder.file).refusal(`"parameters" is ${kindOf(parameters)}: it must be a list`, 'write the parameters as a list');
  }
  return parameters.some(value => isIdempotencyKey(resolver.resolve({ file: holder.file, value }), resolver));
}

function isIdempotencyKey(parameter: Place, resolver: ReferenceResolver): boolean {
  if (!isObject(parameter.value)) {
    throw resolver.subjectOf(parameter.file).refusal(`a parameter is ${kindOf(parameter.value)}: it must be an object`, 'write it as an object');
  }
  const name = parameter.value.get('name');
  return parameter.value.get('in') === 'header' && typeof name === 'string' && name.toLowerCase() === HEADER;
}
