import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { HttpRoute } from '../model/http-route';
import { LoadBalancing } from '../model/load-balancing';
import { IContract } from '../model/operation';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { credentialEntries } from './credential-entries';
import { HttpProvider } from './http-provider';
import { httpUrl } from './http-url';

/** What an HTTP service is. */
export interface HttpServiceProps {
  /** Who provides it. */
  readonly provider: HttpProvider;
  /**
   * What it promises.
   *
   * @default - no contract: callers cannot name operations
   */
  readonly contract?: IContract;
  /**
   * Where requests go, among the versions of the workload behind it if it has some, and what happens to them on their way; the first route that
   * matches is taken.
   *
   * @default - any version; where a controller releases the workload, all to its stable version, until it moves them
   */
  readonly routes?: HttpRoute[];
  /**
   * How requests are spread over its endpoints.
   *
   * @default LoadBalancing.LEAST_REQUEST; for a service of another team, as its owner says
   */
  readonly loadBalancing?: LoadBalancing;
}

/**
 * A service that answers HTTP requests. Its consumers read `<BINDING>_URL` and, where it takes a credential, each part of that: `_TOKEN`,
 * `_USERNAME`, `_PASSWORD`; certificates as files, `_CA_FILE`, `_CLIENT_CERTIFICATE_FILE`, `_PRIVATE_KEY_FILE`.
 */
export class HttpService extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST007 if a port does not exist, BST604 if a route names a version that the
   * provider does not have
   */
  constructor(scope: Construct, id: string, props: HttpServiceProps) {
    acceptArguments('new HttpService', [scope, id, props]);
    super(scope, id, {
      bindingType: 'http',
      provision: provisionOf(props.provider, scope, id),
      shape: ServiceShape.API,
      contract: props.contract,
      routes: props.routes,
      loadBalancing: props.loadBalancing,
    });
  }

  public bind({ credential }: BindingRequest): BindingEntry[] {
    const { primary } = this.locator;
    return [
      BindingEntry.text('url', httpUrl(primary), { variable: 'URL', file: 'uri' }),
      BindingEntry.text('host', primary.host),
      BindingEntry.text('port', String(primary.port)),
      ...credentialEntries(credential, primary.tls),
    ];
  }
}

guard('HttpService', HttpService);
