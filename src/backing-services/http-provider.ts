import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { CredentialOptions } from './credential-options';
import { given } from './given';
import { httpLocator } from './http-location';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { FurtherHostsOptions } from './serving-options';
import { TlsOrigination } from './tls-origination';
import { assertUsableInTheClear } from './usable-in-the-clear';

/** How a third party's HTTP service is reached. */
export interface ExternalHttpOptions extends FurtherHostsOptions, CredentialOptions {
  /**
   * Who starts TLS towards an `https` service. A mesh can time, retry and authorize only what it can read: if the client
   * starts TLS, such policies are refused.
   *
   * @default TlsOrigination.MESH - consumers are given an `http` URL and the sidecar starts TLS
   */
  readonly tlsOrigination?: TlsOrigination;
}

const USUAL = { port: 80, protocol: Protocol.HTTP };
const IN_TLS = 'give an https URL with tlsOrigination: TlsOrigination.CLIENT';

/** Who provides an HTTP service. What extends it gives a primary address with `Protocol.HTTP`. */
export abstract class HttpProvider extends ServiceProvider {
  /** A workload of ours. Usual port: 80. */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): HttpProvider {
    return given(HttpProvider, ({ id, path }) => provided(byWorkload(workload, id, options, USUAL), options, path));
  }

  /** Somebody else in this cluster: another team, another program. Usual port: 80. */
  public static inCluster(props: InClusterProps): HttpProvider {
    return given(HttpProvider, ({ path }) => provided(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party.
   *
   * @param url `http` or `https` URL, with a base path if there is one, without query, fragment or credentials
   * @throws BST511 if credentials are in the URL, BST027 if it is no such URL, BST801 if a further host is no DNS name, BST032 if a host is not outside, BST017 if the
   * credentials have a part that only a client can use which starts TLS itself
   */
  public static external(url: string, options: ExternalHttpOptions = {}): HttpProvider {
    return given(HttpProvider, ({ path }) => {
      const byClient = options.tlsOrigination === TlsOrigination.CLIENT;
      const locator = httpLocator(url, byClient ? Tls.byClient(authorityOf(options.credentials)) : Tls.BY_MESH, options, path);
      return provided(locator, options, path, credential => byClient ? credential : assertUsableInTheClear(credential, path, IN_TLS));
    });
  }
}

guard('HttpProvider', HttpProvider);
