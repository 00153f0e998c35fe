import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { CanaryProps, heldCanary } from '../model/canary';
import { HttpRoute } from '../model/http-route';
import { LoadBalancing } from '../model/load-balancing';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { assertWeights } from '../model/weights';
import { acceptArguments, guard } from '../private/boundary';
import { TopologyError } from '../private/topology-error';
import { ConnectionLimitOptions } from './connection-limit-options';
import { credentialEntries } from './credential-entries';
import { TcpProvider } from './tcp-provider';

/** What a TCP service is. */
export interface TcpServiceProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: TcpProvider;
  /**
   * Percent of the connections for each version of the workload behind it, 0 among them; together exactly 100.
   *
   * @default - as `canary` says; where a controller releases the workload, all to its stable version, until it moves them; else any version
   */
  readonly weights?: Record<string, number>;
  /**
   * How one version takes over the connections from another, step by step; without `weights`.
   *
   * @default - none does
   */
  readonly canary?: CanaryProps;
  /**
   * How connections are spread over its endpoints; none that looks at requests.
   *
   * @default - as the mesh is configured
   */
  readonly loadBalancing?: LoadBalancing;
}

/**
 * A service of any protocol over TCP. Its consumers read `<BINDING>_HOST` and `<BINDING>_PORT` and, where it takes a credential, each part of
 * that: `_USERNAME`, `_PASSWORD`, `_TOKEN`; certificates as files, `_CA_FILE`, `_CLIENT_CERTIFICATE_FILE`, `_PRIVATE_KEY_FILE`.
 */
export class TcpService extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST007 if a port does not exist, BST008 if weights do not add up to 100, the steps of a canary
   * lead nowhere, or both are said, BST604 if one is of a version that the workload behind it does not have
   */
  constructor(scope: Construct, id: string, props: TcpServiceProps) {
    acceptArguments('new TcpService', [scope, id, props]);
    const { maxConnections, loadBalancing } = props;
    super(scope, id, {
      bindingType: 'tcp', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.API, maxConnections, routes: sharesOf(props, pathOf(scope, id)), loadBalancing,
    });
  }

  public bind({ credential }: BindingRequest): BindingEntry[] {
    const { host, port, tls } = this.locator.primary;
    return [
      BindingEntry.text('host', host, { variable: 'HOST', file: 'host' }),
      BindingEntry.text('port', String(port), { variable: 'PORT', file: 'port' }),
      ...credentialEntries(credential, tls),
    ];
  }
}

guard('TcpService', TcpService);

function sharesOf({ weights, canary }: TcpServiceProps, path: string): HttpRoute[] | undefined {
  if (weights && canary) throw new TopologyError({ code: 'BST008', path, problem: 'weights beside a canary, whose steps are weights', fix: 'leave one of them out' });
  if (canary) return [HttpRoute._canary(heldCanary(canary, path), {})];
  return weights && [HttpRoute._to(assertWeights(weights, path, 'connections'), {})];
}
