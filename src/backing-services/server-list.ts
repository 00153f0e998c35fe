import { assertPort } from '../private/bounds';
import { assertHostOrAddress } from '../private/host';
import { assertNoUserinfo } from '../private/literal-secret';
import { TopologyError } from '../private/topology-error';

/** Where one server of several is. @internal */
export interface Server {
  readonly host: string;
  readonly port: number;
}

/** What a list of servers is called. @internal */
export interface ServerWords {
  /** The option that has it. */
  readonly option: string;
  /** One of its servers. */
  readonly one: string;
  /** Whether `*.` before a domain may stand for any server in it. */
  readonly mayBeAny?: boolean;
}

/** An IPv6 address has colons itself, and so stands in brackets. */
const SERVER = /^(\[[\da-f:]+\]|[^:\s]+):(\d{1,5})$/i;

/** The servers of a list, each `host:port` with the one port that all of them have, each once; throws BST027 if one cannot be read or the ports differ. */
export function parseServerList(servers: readonly string[], words: ServerWords, path: string): Server[] {
  const { option, one } = words;
  const parsed = servers.map((server, i) => {
    const [, host, port] = SERVER.exec(assertNoUserinfo(server, path)) ?? [];
    if (host === undefined) throw unreadable(`${option}[${i}] (not repeated here) is no ${one}`, one, path);
    return { host: hostOf(host, words, path), port: assertPort(Number(port), path) };
  });
  if (parsed.length === 0) throw unreadable(`there is no ${one}`, one, path);
  const [{ port }] = parsed;
  if (parsed.some(other => other.port !== port)) throw unreadable(`the ${one}s have different ports`, one, path);
  return [...new Set(parsed.map(({ host }) => host))].map(host => ({ host, port }));
}

function hostOf(text: string, { mayBeAny }: ServerWords, path: string): string {
  if (text.startsWith('[')) return assertHostOrAddress(text.slice(1, -1), path);
  assertHostOrAddress(mayBeAny ? text.replace(/^\*\./, '') : text, path);
  return text;
}

function unreadable(problem: string, one: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST027',
    path,
    problem: `${problem}: allowed is host:port, the same port for all, an IPv6 address in brackets`,
    fix: `give the ${one}s as the service states them, without a scheme`,
  });
}
