import { Difference } from '../coverage-row';

/** Istio reads Redis only if it is asked to. */
export const REDIS_IS_TCP: Difference = {
  name: 'Redis is TCP',
  why: 'Istio takes a port named for Redis as one of bytes, unless its installation sets `PILOT_ENABLE_REDIS_FILTER`.',
  alike: renamed('redis', 'tcp'),
};

/** What is encrypted is passed on. */
export const HTTPS_IS_TLS: Difference = {
  name: 'HTTPS is TLS',
  why: 'Istio treats ports that are said to speak HTTPS and TLS alike: what comes there is passed on by its server name, and no request is seen.',
  alike: renamed('https', 'tls'),
};

function renamed(from: string, to: string): Difference['alike'] {
  const named = (protocol: string) => protocol.toLowerCase() === from ? to : protocol.toLowerCase();
  return meanings => meanings.map(meaning => {
    if (meaning.kind === 'Service') return { ...meaning, ports: meaning.ports.map(port => ({ ...port, protocol: named(port.protocol) })) };
    if (meaning.kind === 'ServiceEntry') return { ...meaning, ports: meaning.ports.map(port => ({ ...port, protocol: named(port.protocol) })) };
    if (meaning.kind === 'Gateway') return { ...meaning, listeners: meaning.listeners.map(each => each.tls?.mode === 'PASSTHROUGH' ? { ...each, protocol: named(each.protocol) } : each) };
    return meaning;
  });
}
