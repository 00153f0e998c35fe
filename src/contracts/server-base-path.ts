import { distinct } from '../private/distinct';
import { asSent } from '../private/request-path';
import { ContractReading, hasInvisible } from './contract-reading';
import { Data, DataObject, isList, isObject, kindOf } from './yaml-document';

const SCHEME_AND_HOST = /^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i;
const LONGEST = 1024;
const FIX = 'write the first server as an absolute URL or as a path that starts with "/"';

/**
 * The paths of the servers' URLs, as sent and without a slash at their end, the first server's first; none if there is no server. Of further servers
 * those are left out whose path is unclear: nobody has to use them.
 *
 * Source: https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function serverBasePaths(servers: Data, reading: ContractReading): string[] {
  if (!isList(servers)) throw reading.refusal(`"servers" is ${kindOf(servers)}: it must be a list`, FIX);
  return distinct(servers.flatMap((server, position) => position === 0 ? basePath(server, reading) : basePathIfClear(server, reading) ?? []));
}

function basePath(server: Data, reading: ContractReading): string {
  const url = isObject(server) ? server.get('url') : undefined;
  if (!isObject(server) || typeof url !== 'string') {
    throw reading.refusal(`the first server is ${kindOf(server)}: it must be an object with the text "url"`, FIX);
  }
  return pathOf(withDefaults(url, server, reading), reading);
}

function basePathIfClear(server: Data, reading: ContractReading): string | undefined {
  try {
    return basePath(server, reading);
  } catch {
    return undefined;
  }
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
  const path = url.replace(SCHEME_AND_HOST, '').split(/[?#]/)[0];
  if (path !== '' && !path.startsWith('/')) {
    throw reading.refusal('the path of the first server depends on where the document is served', FIX);
  }
  // A brace would become a wildcard in an authorization policy.
  if (/[{}]/.test(path) || hasInvisible(path)) {
    throw reading.refusal('the path of the first server holds a brace or an invisible character', FIX);
  }
  return asSent(withoutSlashAtEnd(path));
}

function withoutSlashAtEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
