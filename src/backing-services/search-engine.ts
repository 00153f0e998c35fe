import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { credentialEntries } from './credential-entries';
import { endpointAddress, usableBy } from './external-endpoint';
import { ExternalEndpointProps } from './external-endpoint-props';
import { httpScheme, httpUrlWithPort } from './http-url';
import { Complete, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';

/** What Elasticsearch and OpenSearch are reached by where nothing else is said. */
export const SEARCH_ENGINE = { port: 9200, protocol: Protocol.HTTP };

/** Sets of parts, one of which a credential has to have. @internal */
export type EnteredWith = readonly (readonly string[])[];

/**
 * Where the engine is and how it is entered. The port is always written: clients of Java and Python refuse a URL without one, and others take 9200, 443 or 80
 * for it. `uris` is what Spring Cloud Bindings reads.
 */
export function searchEntries({ primary }: Locator, { credential }: BindingRequest): BindingEntry[] {
  const url = httpUrlWithPort(primary);
  const scheme = httpScheme(primary);
  return [
    BindingEntry.text('url', url, { variable: 'URL', file: 'uri' }),
    BindingEntry.text('uris', url, { file: 'uris' }),
    BindingEntry.text('scheme', scheme),
    BindingEntry.text('host', primary.host, { file: 'host' }),
    BindingEntry.text('port', String(primary.port), { file: 'port' }),
    BindingEntry.text('ssl', String(scheme === 'https'), { file: 'ssl' }),
    ...credentialEntries(credential, primary.tls),
  ];
}

/** An engine at a place that is known. */
export function searchEngine(locator: Locator, options: ProvidedOptions, enters: EnteredWith, path: string): Provision {
  return provided(locator, options, path, entering(enters, path));
}

/** The engine of a third party. */
export function externalSearchEngine(props: ExternalEndpointProps, enters: EnteredWith, path: string): Provision {
  const { url, credentials, cidrs, endpoints } = props;
  const address = endpointAddress(url, credentials, path);
  return provided(Locator.external({ cidrs, endpoints, addresses: [address] }), props, path, usableBy(address, path, entering(enters, path)));
}

function entering(enters: EnteredWith, path: string): Complete {
  return credential => assertParts(credential, enters, path);
}
