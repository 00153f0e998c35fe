import { capped } from '../private/capped';
import { namesSecret, writtenSecret } from '../private/literal-secret';
import { quote, TopologyError } from '../private/topology-error';
import { BindingEntry } from './binding-entry';
import { isCarried } from './binding-rules';
import { BindingPart, BindingValue } from './binding-value';
import { SecretEncoding } from './secret-encoding';

const PIECE = /\{\{|\}\}|\{([^{}:?]*)(?:\?([^{}:]*):([^{}:]*)|:([^{}]*))?\}|[{}]/g;
const WHOLE_ROLE = /^\{([^{}:]*)\}$/;
const ENCODINGS: ReadonlyMap<string, SecretEncoding> = new Map(Object.values(SecretEncoding).map(encoding => [encoding, encoding]));
const SYNTAX = 'write {role}, {role:percent}, {role:libpq}, {role:ado}, {role:jaas}, {role:none}, {role:file} or {role?yes:no}, and a brace as {{ or }}';

/**
 * The value of a text over roles: `{host}:{port}`, `postgresql://{username:percent}:{password:percent}@{host}/`.
 *
 * A secret that stands among other text says how it is encoded there, because nothing else could know: `percent` in a URL, `libpq` in a
 * connection string of libpq, `ado` in one of .NET, `jaas` in a JAAS configuration, `none` where the author knows that no character of it has a meaning. `{role:file}` is the path of the role's file. `{role?yes:no}` is the
 * one word or the other, as the role is `true` or `false`.
 *
 * Throws BST018 if the text cannot be read, names a role that the binding lacks, leaves open how a secret is encoded, or is none that YAML
 * carries. The message names the variable and does not repeat the text, in which a password may stand.
 *
 * @param name of the variable
 */
export function valueOfText(name: string, text: string, entries: readonly BindingEntry[], path: string): BindingValue {
  const only = wholeEntryOf(text, entries);
  if (only) return only.value;
  const pieces: BindingPart[] = [];
  const roles = new Map(entries.map(entry => [entry.role, entry]));
  const whole = /^\{[^{}]*\}$/.test(text);
  let from = 0;
  for (const match of text.matchAll(PIECE)) {
    if (match.index > from) pieces.push(BindingPart._literal(text.slice(from, match.index)));
    from = match.index + match[0].length;
    pieces.push(...pieceOf(match, { name, roles, whole, path }));
  }
  if (from < text.length) pieces.push(BindingPart._literal(text.slice(from)));
  const value = BindingValue._of(pieces);
  if (namesSecret(name) && !value.holdsSecret && !whole) throw writtenSecret('the variable', name, path);
  if (!isCarried(value)) throw unreadable({ name, path }, 'YAML would carry another text than that of the variable', 'write printable text on one line');
  return value;
}

/** The entry that a text is, as it is; undefined if it is more, or another form of one. */
export function wholeEntryOf(text: string, entries: readonly BindingEntry[]): BindingEntry | undefined {
  const role = WHOLE_ROLE.exec(text)?.[1];
  return role === undefined ? undefined : entries.find(entry => entry.role === role);
}

/** Whether the value of any role stands in a text; a brace that is doubled opens none, and words for one are in the text itself. */
export function hasRole(text: string): boolean {
  return [...text.matchAll(PIECE)].some(([, role, word]) => role !== undefined && word === undefined);
}

interface Context {
  readonly name: string;
  readonly roles: ReadonlyMap<string, BindingEntry>;
  /** Whether the text is one role and nothing else. */
  readonly whole: boolean;
  readonly path: string;
}

function pieceOf([piece, role, ifTrue, ifFalse, form]: RegExpMatchArray, context: Context): readonly BindingPart[] {
  if (piece === '{{' || piece === '}}') return [BindingPart._literal(piece.slice(1))];
  if (role === undefined) throw unreadable(context, `the brace ${quote(piece)} opens or closes nothing`);
  const entry = entryOf(role, context);
  if (ifTrue !== undefined) return [BindingPart._literal(isTrue(entry, context) ? ifTrue : ifFalse)];
  if (form === 'file') return fileOf(entry, context);
  const encoding = form === undefined ? undefined : ENCODINGS.get(form);
  if (form !== undefined && encoding === undefined) throw unreadable(context, `the role ${quote(role)} is followed by what is no way of writing it`);
  return partsOf(entry, encoding, context);
}

function entryOf(role: string, context: Context): BindingEntry {
  const entry = context.roles.get(role);
  if (!entry) throw noRole(role, context);
  return entry;
}

/** Where a kind leaves the role out, the way of writing roles is not what is wrong. */
function noRole(role: string, context: Context): TopologyError {
  const leftOut = [...context.roles.values()].find(({ _leftOut }) => _leftOut?.role === role)?._leftOut;
  const because = leftOut ? `, because ${leftOut.reason}` : '';
  return unreadable(context, `the binding has no role ${quote(role)}${because}; it has ${capped([...context.roles.keys()].map(quote), 20)}`, leftOut?.fix);
}

function isTrue({ role, value: { text } }: BindingEntry, context: Context): boolean {
  if (text !== 'true' && text !== 'false') throw unreadable(context, `the role ${quote(role)} is neither true nor false, so there is no choosing by it`);
  return text === 'true';
}

function fileOf({ role, file }: BindingEntry, context: Context): BindingPart[] {
  if (file === undefined) throw unreadable(context, `the role ${quote(role)} has no file`);
  return [BindingPart._file(file)];
}

function partsOf({ role, value }: BindingEntry, encoding: SecretEncoding | undefined, context: Context): readonly BindingPart[] {
  const { text } = value;
  const parts = text === undefined ? value.parts : [BindingPart._literal(text)];
  const [only, ...others] = parts;
  if (encoding === undefined) {
    if (!context.whole && others.length === 0) assertEncoded(only, role, context);
    return parts;
  }
  if (encoding === SecretEncoding.NONE) return parts;
  const written = others.length === 0 ? only._encoded(encoding) : undefined;
  if (!written) throw unreadable(context, `the role ${quote(role)} is composed already, so it cannot be written as ${quote(encoding)}`);
  return written;
}

/** What means nothing in URLs and in connection strings; servers; and a URL, which is put together already. */
const PLAIN = /^([\w.~-]*|[\w.-]+:\d+(,[\w.-]+:\d+)*|[a-z][a-z0-9+.-]*:\/\/[!#-&(-;=?-~]*)$/i;

/** Throws BST018 if a secret, or a text that would mean something else there, stands among other text as it is. */
function assertEncoded({ secret, literal, encoding }: BindingPart, role: string, context: Context): void {
  const what = secret && encoding === SecretEncoding.NONE ? 'secret' : literal !== undefined && !PLAIN.test(literal) ? 'text of the role' : undefined;
  if (what) throw unreadable(context, `the ${what} ${quote(role)} stands among other text, and nothing says how it is encoded there`);
}

function unreadable({ name, path }: Pick<Context, 'name' | 'path'>, problem: string, fix = SYNTAX): TopologyError {
  return new TopologyError({ code: 'BST018', path, problem: `${problem}, in the text of ${quote(name)}`, fix });
}
