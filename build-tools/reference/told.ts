import { Binding, BindingEntry, BindingValue, Credential, SecretEncoding } from '../../src';
import { byCodePoint } from '../files';
import { code, table } from './markdown';

/** What a consumer is told, as its binding really answers: a row for each entry. */
export function toldTable(binding: Binding): string[] {
  return table(['Role', 'Variable', 'File', 'Value'], binding.entries.map(entry => [
    code(entry.role), variableOf(entry), entry.file === undefined ? '' : code(entry.file), valueOf(entry.value),
  ]));
}

/** Names of the parts of the credentials that an example gives. */
export function partsOf(credential: Credential): string[] {
  return Object.keys(credential.parts).sort(byCodePoint);
}

function variableOf({ variable, fileVariable }: BindingEntry): string {
  const names = [variable, fileVariable].flatMap(name => name === undefined ? [] : code(`<BINDING>_${name}`));
  return fileVariable === undefined ? names.join('') : [...names.slice(0, -1), `${names.at(-1)} (path of the file)`].join('<br>');
}

const WRITTEN = { [SecretEncoding.NONE]: '', [SecretEncoding.PERCENT]: ', percent-encoded', [SecretEncoding.LIBPQ]: ', quoted for libpq', [SecretEncoding.ADO]: ', quoted for .NET', [SecretEncoding.JAAS]: ', quoted for JAAS' };

/** A value as a reader sees it: text as it is, parts of credentials by name. */
function valueOf(value: BindingValue): string {
  const pieces = value.parts.map(({ literal, name, encoding, file }) => literal ?? (file === undefined ? `‹${name}${WRITTEN[encoding]}›` : `‹path of ${file}›`));
  return code(pieces.join(''));
}
