import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertNoUserinfo } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';
import { CredentialProps } from './credential-options';
import { authorityOf } from './provided-by';
import { ENTERS_ELASTICSEARCH } from './required-parts';
import { searchEngine } from './search-engine';
import { ExternalServingOptions } from './serving-options';

/** A deployment or project of Elastic Cloud. It is entered with a part `api-key`, or with `username` and `password`. */
export interface ElasticCloudProps extends ExternalServingOptions, CredentialProps {
  /** Host of its Elasticsearch endpoint, as the console shows it: `shop-1a2b3c.es.eu-central-1.aws.elastic.cloud`. */
  readonly host: string;
  /**
   * Port of the endpoint. Deployments answer at 9243 too.
   *
   * @default 443
   */
  readonly port?: number;
}

/** Source: https://www.elastic.co/docs/deploy-manage/security/network-security */
const HOST: NameRule = {
  what: 'a host of Elastic Cloud',
  pattern: /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+(elastic\.cloud|elastic-cloud\.com|found\.io|found\.no|cloud\.es\.io)$/,
  longest: 253,
  allowed: 'a lower-case DNS name below elastic.cloud, elastic-cloud.com, found.io, found.no or cloud.es.io, without scheme or port',
};

/** Where Elastic Cloud serves a deployment. */
export function elasticCloud(props: ElasticCloudProps, path: string): Provision {
  const { port = 443, cidrs, credentials } = props;
  const host = assertName(HOST, assertNoUserinfo(props.host, path), path, 'give that host, or the URL of another domain to external()');
  const address = { host, port, protocol: Protocol.HTTP, tls: Tls.byClient(authorityOf(credentials)) };
  const provision = searchEngine(Locator.external({ cidrs, addresses: [address] }), props, ENTERS_ELASTICSEARCH, path);
  return new Provision({ ...provision, provider: 'elastic-cloud' });
}
