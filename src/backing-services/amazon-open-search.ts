import { BindingEntry } from '../model/binding-entry';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertNoUserinfo } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';
import { awsHost } from './aws-region';
import { CredentialOptions } from './credential-options';
import { withMembers } from './external-endpoint';
import { authorityOf } from './provided-by';
import { ENTERS_OPENSEARCH } from './required-parts';
import { searchEngine } from './search-engine';
import { ExternalServingOptions } from './serving-options';

/**
 * A domain of Amazon OpenSearch Service, or a collection of its serverless form. It is entered with parts `username` and `password` of its own users; without
 * credentials, by the role of the pod's ServiceAccount, for whose region requests are signed.
 */
export interface AmazonOpenSearchProps extends ExternalServingOptions, CredentialOptions {
  /** Host of its endpoint, as the console shows it: `search-shop-abc123.eu-central-1.es.amazonaws.com`. One of a domain of your own is for `external()`. */
  readonly host: string;
}

/**
 * Sources: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html,
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-manage.html
 */
const ENDPOINT = /^[a-z0-9][-a-z0-9]{0,62}\.([a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\.(?:es|aoss)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu)$/;
const HOST: NameRule = {
  what: 'a host of Amazon OpenSearch Service',
  pattern: ENDPOINT,
  longest: 253,
  allowed: 'a lower-case DNS name that ends in the region and es.amazonaws.com or aoss.amazonaws.com, without scheme or port',
};

/** Where Amazon serves a domain; without credentials, clients ask the Security Token Service of the region who they are. */
export function amazonOpenSearch(props: AmazonOpenSearchProps, path: string): Provision {
  const { credentials, cidrs } = props;
  const host = assertName(HOST, assertNoUserinfo(props.host, path), path, 'give that host, or the URL of another domain to external()');
  const at = (name: string) => ({ host: name, port: 443, protocol: Protocol.HTTP, tls: Tls.byClient(authorityOf(credentials)) });
  const locator = withMembers(at(host), credentials ? [] : [at(awsHost('sts', regionOf(host)!))], { cidrs });
  return new Provision({ ...searchEngine(locator, props, ENTERS_OPENSEARCH, path), provider: 'amazon-opensearch' });
}

/** The region that clients sign requests for, if Amazon serves the host. */
export function regionEntries(host: string): BindingEntry[] {
  const region = regionOf(host);
  return region === undefined ? [] : [BindingEntry.text('region', region, { file: 'region' })];
}

function regionOf(host: string): string | undefined {
  return ENDPOINT.exec(host)?.[1];
}
