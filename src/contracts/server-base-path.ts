import { ContractReading, hasInvisible } from './contract-reading';
import { Data, DataObject, isList, isObject, kindOf } from './yaml-document';

const SCHEME_AND_HOST = /^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i;
const LONGEST = 1024;
const FIX = 'write the first server as an absolute URL or as a path that starts with "/"';

/**
 * The path of the first server's URL without a slash at its end; empty if there is no server.
 *
 * Source: https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function serverBasePath(servers: Data | undefined, reading: ContractReading): string {
  if (servers === undefined) return '';
  if (!isList(servers)) throw reading.refusal(`"servers" is ${kindOf(servers)}: it must be a list`, FIX);
  if (servers.length === 0) return '';
  const [server] = servers;
  const url = isObject(server) ? server.get('url') : undefined;
  if (!isObject(server) || typeof url !== 'string') {
    throw reading.refusal(`the first server is ${kindOf(server)}: it must be an object with the text "url"`, FIX);
  }
  return pathOf(withDefaults(url, server, reading), reading);
}

/** The length is watched on the way: a long default, used often, would not fit into memory. */
function withDefaults(url: string, server: DataObject, reading: ContractReading): string {
  let length = assertLength(url.length, reading);
  const variables = server.get('variables');
  return url.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = isObject(variables) ? variables.get(name) : undefined;
    const value = isObject(variable) ? variable.get('default') : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw reading.refusal('a variable in the URL of the first server has no default', 'give it one');
    }
    length = assertLength(length + String(value).length, reading);
    return String(value);
  });
}

function assertLength(length: number, reading: ContractReading): number {
  if (length > LONGEST) throw reading.refusal(`the URL of the first server is longer than ${LONGEST} characters`, FIX);
  return length;
}

function pathOf(url: string, reading: ContractReading): string {
  const path = url.replace(SCHEME_AND_HOST, '').split(/[?#]/, 1)[0];
  if (path !== '' && !path.startsWith('/')) {
    throw reading.refusal('the path of the first server depends on where the document is served', FIX);
  }
  // A brace would become a wildcard in an authorization policy.
  if (/[{}]/.test(path) || hasInvisible(path)) {
    throw reading.refusal('the path of the first server holds a brace or an invisible character', FIX);
  }
  return withoutSlashAtEnd(path);
}

function withoutSlashAtEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
