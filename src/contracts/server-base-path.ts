import { quote } from '../private/topology-error';
import { Data, DataObject, isList, isObject, kindOf } from './contract-data';
import { ContractSubject } from './contract-subject';
import { hasInvisible } from './contract-text';

const SCHEME_AND_HOST = /^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i;
const LONGEST = 1024;
const FIX = 'write the first server as an absolute URL or as a path that starts with "/"';

/**
 * The path of the first server's URL without a slash at its end; empty if there is no server.
 *
 * Source: https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function serverBasePath(servers: Data | undefined, subject: ContractSubject): string {
  if (servers === undefined) return '';
  if (!isList(servers)) throw subject.refusal(`"servers" is ${kindOf(servers)}: it must be a list`, FIX);
  if (servers.length === 0) return '';
  const [server] = servers;
  const url = isObject(server) ? server.get('url') : undefined;
  if (!isObject(server) || typeof url !== 'string') {
    throw subject.refusal(`the first server is ${kindOf(server)}: it must be an object with the text "url"`, FIX);
  }
  return pathOf(withDefaults(url, server, subject), subject);
}

/** The length is watched on the way: a long default, used often, would not fit into memory. */
function withDefaults(url: string, server: DataObject, subject: ContractSubject): string {
  let length = assertLength(url.length, subject);
  const variables = server.get('variables');
  return url.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = isObject(variables) ? variables.get(name) : undefined;
    const value = isObject(variable) ? variable.get('default') : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw subject.refusal(`the server variable ${quote(name)} has no default`, 'give it one');
    }
    length = assertLength(length + String(value).length, subject);
    return String(value);
  });
}

function assertLength(length: number, subject: ContractSubject): number {
  if (length > LONGEST) throw subject.refusal(`the URL of the first server is longer than ${LONGEST} characters`, FIX);
  return length;
}

function pathOf(url: string, subject: ContractSubject): string {
  const path = url.replace(SCHEME_AND_HOST, '').split(/[?#]/, 1)[0];
  if (path !== '' && !path.startsWith('/')) {
    throw subject.refusal(`the first server's path ${quote(path)} depends on where the document is served`, FIX);
  }
  // A brace would become a wildcard in an authorization policy.
  if (/[{}]/.test(path) || hasInvisible(path)) {
    throw subject.refusal(`the first server's path ${quote(path)} holds a brace or an invisible character`, FIX);
  }
  return withoutSlashAtEnd(path);
}

function withoutSlashAtEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
