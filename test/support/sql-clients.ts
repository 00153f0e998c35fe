import { parse } from '@tediousjs/connection-string';
import * as fc from 'fast-check';
import { BindingEntry, BindingValue } from '../../src';
import { BindingPart } from '../../src/model/binding-value';
import { secretTemplate } from '../../src/secrets/external-secrets/secret-template';
import { render } from './external-secrets-operator';

/** Texts in which every sign stands that means something to some client. */
export const hostilePassword: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.oneof(fc.constantFrom(...'\'"\\;=:/?#[]@!$&()*+,%{}` ü日|<>^~'), fc.string({ minLength: 1, maxLength: 1 })), maxLength: 30 }),
  fc.constantFrom('p@ss/w:rd?#%+ ü&=', '$(VAR)', '{{ .password }}', '%00', '%zz', '""', '";Server="evil', '@tcp(evil:1)/x?tls=false', '/', ')/', '}}{'),
);

/** What a consumer reads of an entry where the store keeps these parts, once the operator has made it. */
export function readOf(entries: readonly BindingEntry[], role: string, kept: Readonly<Record<string, string>> = {}): string | undefined {
  const value = entries.find(entry => entry.role === role)?.value;
  return value && render(templateOf(value), new Map(Object.entries(kept)));
}

function templateOf({ parts }: BindingValue): string {
  return secretTemplate(parts.map(part => part.file === undefined ? part : BindingPart._literal(`/bindings/db/${part.file}`)), ({ name }) => name!.replaceAll('-', ''));
}

/** As mssql, the client of Node, reads a connection string of .NET; the case of a keyword means nothing. */
export function adoKeywords(text: string): Record<string, string> {
  return Object.fromEntries(parse(text));
}

/** As `ParseDSN` of go-sql-driver reads: the last "/" ends the address, the last "@" before it the user, the first ":" its name. */
export function goDsn(text: string) {
  const slash = text.lastIndexOf('/');
  const at = text.lastIndexOf('@', slash);
  const colon = text.slice(0, at).indexOf(':');
  const [net, address] = /^(\w+)\((.*)\)$/s.exec(text.slice(at + 1, slash))!.slice(1);
  const [database, query] = text.slice(slash + 1).split('?');
  return {
    user: text.slice(0, colon), password: text.slice(colon + 1, at), net, address, database: decodeURIComponent(database),
    settings: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** As the WHATWG and RFC 3986 read a URL of any scheme. */
export function urlOf(text: string) {
  const { protocol, username, password, host, pathname, searchParams } = new URL(text);
  return {
    scheme: protocol, user: decodeURIComponent(username), password: decodeURIComponent(password), host,
    database: decodeURIComponent(pathname.slice(1)),
    settings: Object.fromEntries(searchParams),
  };
}

/** As the JDBC driver of SQL Server reads: properties between ";", a value in braces with each closing one in it doubled. */
export function jdbcSqlServer(text: string): Record<string, string> {
  const [server] = text.slice('jdbc:sqlserver://'.length).split(';', 1);
  const rest = text.slice('jdbc:sqlserver://'.length + server.length);
  const properties = [...rest.matchAll(/;(\w+)=(?:\{((?:\}\}|[^}])*)\}|([^;{}]*))/gy)];
  if (properties.map(([property]) => property).join('') !== rest) throw new Error(`no properties: ${rest}`);
  return { server, ...Object.fromEntries(properties.map(([, name, braced, bare]) => [name, braced?.replaceAll('}}', '}') ?? bare])) };
}
