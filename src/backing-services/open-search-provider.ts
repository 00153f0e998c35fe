import { ServiceProvider } from '../model/service-provider';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { AmazonOpenSearchProps, amazonOpenSearch } from './amazon-open-search';
import { ExternalEndpointProps } from './external-endpoint-props';
import { given } from './given';
import { OpenSearchOperatorProps, openSearchOperator } from './open-search-operator';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { byNeighbour, byWorkload } from './provided-by';
import { ENTERS_OPENSEARCH } from './required-parts';
import { externalSearchEngine, SEARCH_ENGINE, searchEngine } from './search-engine';

/**
 * Who provides OpenSearch. What extends it gives a primary address with `Protocol.HTTP`, and a login of parts `username` and `password`, `token`, or
 * `client-certificate` and `private-key`, or none.
 */
export abstract class OpenSearchProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 9200.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): OpenSearchProvider {
    return given(OpenSearchProvider, ({ id, path }) =>
      searchEngine(byWorkload(workload, id, options, SEARCH_ENGINE), options, ENTERS_OPENSEARCH, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 9200.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterProps): OpenSearchProvider {
    return given(OpenSearchProvider, ({ path }) => searchEngine(byNeighbour(props, SEARCH_ENGINE), props, ENTERS_OPENSEARCH, path));
  }

  /**
   * A third party.
   *
   * @throws BST511 if credentials are in the URL, BST027 if it is no such URL, BST032 if its host is not outside, BST017 if the credentials lack a part, or have
   * one that only a client can use which starts TLS
   */
  public static external(props: ExternalEndpointProps): OpenSearchProvider {
    return given(OpenSearchProvider, ({ path }) => externalSearchEngine(props, ENTERS_OPENSEARCH, path));
  }

  /**
   * Amazon OpenSearch Service, at port 443. Consumers are told the region as role `region`; without credentials they are let through to the Security Token
   * Service of the region too, because it is there that a pod's web identity becomes one.
   * Source: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/request-signing.html
   *
   * @throws BST801 if the host is none of the service, BST511 if credentials stand in it, BST026 if an address range is none, BST017 if the credentials lack a
   * part
   */
  public static amazonOpenSearch(props: AmazonOpenSearchProps): OpenSearchProvider {
    return given(OpenSearchProvider, ({ path }) => amazonOpenSearch(props, path));
  }

  /**
   * The OpenSearch operator: with the administrator and the authority that it keeps, or with a user of your own. The administrator may do everything: it is for a
   * first day. Its password may have any sign, so that it is told as a variable of its own and in no URL.
   * Source: https://github.com/opensearch-project/opensearch-k8s-operator/blob/main/docs/userguide/main.md
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST007 if the port does not exist, BST017 if the credentials lack a part
   */
  public static openSearchOperator(props: OpenSearchOperatorProps): OpenSearchProvider {
    return given(OpenSearchProvider, asked => openSearchOperator(props, asked));
  }
}

guard('OpenSearchProvider', OpenSearchProvider);
