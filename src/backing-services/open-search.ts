import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { regionEntries } from './amazon-open-search';
import { OpenSearchProvider } from './open-search-provider';
import { assertParts, ENTERS_OPENSEARCH } from './required-parts';
import { searchEntries } from './search-engine';

/** What an OpenSearch cluster is. */
export interface OpenSearchProps {
  /** Who provides it. */
  readonly provider: OpenSearchProvider;
}

/**
 * An OpenSearch cluster. Its consumers read `<BINDING>_URL`, without credentials, and `_USERNAME` and `_PASSWORD`; the authority of the server's certificate as a
 * file, `_CA_FILE`. A program that takes user and password in its URL is told `{scheme}://{username:percent}:{password:percent}@{host}:{port}`.
 *
 * Consumers `uses()` it; where they speak HTTP to it in the clear, a mesh sees their requests, and one that wants them timed `calls()` it.
 */
export class OpenSearch extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST013 if an operator's namespace is unknown
   */
  constructor(scope: Construct, id: string, props: OpenSearchProps) {
    acceptArguments('new OpenSearch', [scope, id, props]);
    super(scope, id, { bindingType: 'opensearch', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.DATABASE });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a cluster is entered with
   */
  public bind(request: BindingRequest): BindingEntry[] {
    if (request.credential) assertParts(request.credential, ENTERS_OPENSEARCH, this.path);
    return [...searchEntries(this.locator, request), ...regionEntries(this.locator.primary.host)];
  }
}

guard('OpenSearch', OpenSearch);
