import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Tls, TlsStart } from '../model/tls';
import { assertPort } from '../private/bounds';
import { assertHost } from '../private/host';
import { assertNamed } from '../private/ip-host';
import { assertNoCredential, assertNoUserinfo } from '../private/literal-secret';
import { asSent } from '../private/request-path';
import { quote, TopologyError } from '../private/topology-error';
import { atEachHost } from './further-hosts';
import { FurtherHostsOptions } from './serving-options';

/** Where a third party's URL leads, and its further hosts; `https` is reached with this TLS, by the mesh or by the client. */
export function httpLocator(url: string, tls: Tls, { cidrs, endpoints, furtherHosts }: FurtherHostsOptions, path: string): Locator {
  const parsed = parse(assertNoUserinfo(url, path), path);
  const secure = parsed.protocol === 'https:';
  const port = assertPort(parsed.port === '' ? (secure ? 443 : 80) : Number(parsed.port), path);
  const originated = secure && tls.start === TlsStart.MESH;
  return Locator.external({
    cidrs,
    endpoints,
    addresses: atEachHost({
      host: assertHost(assertNamed(parsed.hostname, path), path),
      port: originated ? 80 : port,
      targetPort: port,
      protocol: Protocol.HTTP,
      tls: secure ? tls : Tls.NONE,
      basePath: asSent(assertNoCredential(parsed.pathname.replace(/(?<!\/)\/+$/, ''), path)),
    }, furtherHosts),
  });
}

function parse(url: string, path: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && /^https?:\/\/(?!\/)[^\s\\?#\p{Cc}]+$/iu.test(url)) return parsed;
  throw new TopologyError({
    code: 'BST027',
    path,
    problem: `${quote(String(url).split(/[?#]/)[0])} is no locator of an HTTP service: allowed is http:// or https://, host, port and base path, without query or fragment`,
    fix: 'give the base URL that consumers append their paths to',
  });
}
