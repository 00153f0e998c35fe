import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { ElasticsearchProvider } from './elasticsearch-provider';
import { assertParts, ENTERS_ELASTICSEARCH } from './required-parts';
import { searchEntries } from './search-engine';

/** What an Elasticsearch cluster is. */
export interface ElasticsearchProps {
  /** Who provides it. */
  readonly provider: ElasticsearchProvider;
}

/**
 * An Elasticsearch cluster. Its consumers read `<BINDING>_URL`, without credentials, and each part of what they enter with: `_USERNAME` and `_PASSWORD`, or
 * `_API_KEY`; the authority of the server's certificate as a file, `_CA_FILE`. A program that takes user and password in its URL is told
 * `{scheme}://{username:percent}:{password:percent}@{host}:{port}`. It is no OpenSearch: Elastic's clients refuse to speak to one, and have a kind of their own.
 * Source: https://github.com/elastic/elasticsearch-py/blob/v7.14.0/docs/sphinx/transports.rst
 *
 * Consumers `uses()` it; where they speak HTTP to it in the clear, a mesh sees their requests, and one that wants them timed `calls()` it.
 */
export class Elasticsearch extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST013 if an operator's namespace is unknown
   */
  constructor(scope: Construct, id: string, props: ElasticsearchProps) {
    acceptArguments('new Elasticsearch', [scope, id, props]);
    super(scope, id, { bindingType: 'elasticsearch', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.DATABASE });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a cluster is entered with
   */
  public bind(request: BindingRequest): BindingEntry[] {
    if (request.credential) assertParts(request.credential, ENTERS_ELASTICSEARCH, this.path);
    return searchEntries(this.locator, request);
  }
}

guard('Elasticsearch', Elasticsearch);
