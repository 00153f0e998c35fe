import { ServiceProvider } from '../model/service-provider';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { ElasticCloudProps, elasticCloud } from './elastic-cloud';
import { ElasticCloudOnKubernetesProps, elasticCloudOnKubernetes } from './elastic-cloud-on-kubernetes';
import { ExternalEndpointProps } from './external-endpoint-props';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { byNeighbour, byWorkload } from './provided-by';
import { ENTERS_ELASTICSEARCH } from './required-parts';
import { externalSearchEngine, SEARCH_ENGINE, searchEngine } from './search-engine';

/**
 * Who provides Elasticsearch. What extends it gives a primary address with `Protocol.HTTP`, and a login of parts `username` and `password`, `api-key`, `token`,
 * or `client-certificate` and `private-key`, or none.
 */
export abstract class ElasticsearchProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 9200.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): ElasticsearchProvider {
    return given(ElasticsearchProvider, ({ id, path }) =>
      searchEngine(byWorkload(workload, id, options, SEARCH_ENGINE), options, ENTERS_ELASTICSEARCH, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 9200.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterProps): ElasticsearchProvider {
    return given(ElasticsearchProvider, ({ path }) => searchEngine(byNeighbour(props, SEARCH_ENGINE), props, ENTERS_ELASTICSEARCH, path));
  }

  /**
   * A third party.
   *
   * @throws BST511 if credentials are in the URL, BST027 if it is no such URL, BST032 if its host is not outside, BST017 if the credentials lack a part, or have
   * one that only a client can use which starts TLS
   */
  public static external(props: ExternalEndpointProps): ElasticsearchProvider {
    return given(ElasticsearchProvider, ({ path }) => externalSearchEngine(props, ENTERS_ELASTICSEARCH, path));
  }

  /**
   * Elastic Cloud: a deployment or a serverless project, which takes API keys alone.
   *
   * @throws BST801 if the host is none of Elastic Cloud, BST511 if credentials stand in it, BST007 if the port does not exist, BST026 if an address range is
   * none, BST017 if the credentials lack a part
   */
  public static elasticCloud(props: ElasticCloudProps): ElasticsearchProvider {
    return given(ElasticsearchProvider, ({ path }) => elasticCloud(props, path));
  }

  /**
   * The operator Elastic Cloud on Kubernetes (ECK): with the user `elastic` and the authority that it keeps, or with a user or API key of your own. `elastic` may do
   * everything: it is for a first day. Its password may have any sign, so that it is told as a variable of its own and in no URL.
   * Source: https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s/accessing-services
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part
   */
  public static elasticCloudOnKubernetes(props: ElasticCloudOnKubernetesProps): ElasticsearchProvider {
    return given(ElasticsearchProvider, asked => elasticCloudOnKubernetes(props, asked));
  }
}

guard('ElasticsearchProvider', ElasticsearchProvider);
