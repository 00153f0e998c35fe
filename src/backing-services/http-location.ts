import { Protocol } from '../model/protocol';
import { EndpointOrigin, ServiceEndpoint } from '../model/service-endpoint';
import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { assertHost } from '../private/host';
import { assertNoCredential, assertNoUserinfo } from '../private/literal-secret';
import { quote, TopologyError } from '../private/topology-error';

/**
 * Where an HTTP service is, and how its URL begins and ends.
 *
 * @internal
 */
export interface HttpLocation {
  readonly endpoint: ServiceEndpoint;
  readonly protocol: Protocol;
  readonly scheme: string;
  readonly basePath: string;
}

/** Where a third party's URL leads, with TLS started by the mesh or by the client. */
export function httpEndpoint(url: string, tlsByMesh: boolean, cidrs: string[] | undefined, path: string): HttpLocation {
  const parsed = parse(assertNoUserinfo(url, path), path);
  const secure = parsed.protocol === 'https:';
  const port = assertPort(parsed.port === '' ? (secure ? 443 : 80) : Number(parsed.port), path);
  const originated = secure && tlsByMesh;
  return {
    endpoint: {
      origin: EndpointOrigin.EXTERNAL,
      host: assertHost(parsed.hostname, path),
      port: originated ? 80 : port,
      targetPort: port,
      tlsByMesh: originated,
      cidrs: assertCidrs(cidrs, path),
    },
    protocol: secure && !originated ? Protocol.TLS : Protocol.HTTP,
    scheme: secure && !originated ? 'https' : 'http',
    basePath: assertNoCredential(parsed.pathname.replace(/\/+$/, ''), path),
  };
}

function parse(url: string, path: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && /^https?:\/\/(?!\/)[^\s\\?#\p{Cc}]+$/iu.test(url)) return parsed;
  throw new TopologyError({
    code: 'BST014',
    path,
    problem: `${quote(String(url).split(/[?#]/)[0])} is no locator of an HTTP service: allowed is http:// or https://, host, port and base path, without query or fragment`,
    fix: 'give the base URL that consumers append their paths to',
  });
}
