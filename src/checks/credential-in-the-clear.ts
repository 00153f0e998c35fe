import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TlsStart } from '../model/tls';
import { distinct } from '../private/distinct';
import { listed } from '../private/topology-error';

/** BST526 */
export const credentialInTheClear = ourCheck<ITopologyCheck>({
  code: 'BST526',
  title: 'credential-in-the-clear',
  severity: Severity.WARNING,
  rationale: 'No sidecar stands at a server outside of the cluster, so what nobody encrypts is read by everybody on the way: Redis is sent its password as it is, '
    + 'HTTP its token. Some protocols prove a password without telling it, and some networks are one\'s own, which only their owners know. '
    + 'Source: https://redis.io/docs/latest/operate/oss_and_stack/management/security/ (Authentication)',
  fix: 'let clients encrypt, or acknowledge this where the network on the way is yours or the protocol tells no secret',

  check: ({ graph }) => graph.services.filter(isInTheClear).flatMap(service => {
    const consumers = distinct(graph.dependenciesOn(service).map(({ source }) => source))
      .filter(consumer => graph.bindingsOf(consumer).some(binding => binding.service === service && binding._told.length > 0));
    return consumers.length === 0 ? [] : [Problem.of(
      service,
      `${listed(consumers.map(({ name }) => name))} would send a credential to ${service.locator.primary.host} in the clear`,
      wayOut(service),
    )];
  }),
});

function isInTheClear({ locator, login }: BackingService): boolean {
  return locator.isExternal && login !== undefined && locator.primary.tls.start === TlsStart.NONE;
}

/** Types of bindings whose clients usually agree on TLS with the server after the first words, or can do nothing else. */
const AGREED_IN_PROTOCOL: ReadonlySet<string> = new Set(['mysql', 'nats', 'postgresql', 'smtp', 'sqlserver']);

function wayOut({ locator, bindingType }: BackingService): string {
  const tls = AGREED_IN_PROTOCOL.has(bindingType) ? 'Tls.inProtocol()' : 'Tls.byClient()';
  const encrypted = locator.primary.protocol.hasRequests && bindingType !== 'grpc' ? 'give an https URL' : `give the provider tls: ${tls}`;
  return `${encrypted}, or acknowledge this where the network on the way is yours or the protocol tells no secret`;
}
