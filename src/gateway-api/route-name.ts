import { conditionWords } from '../model/condition-words';
import { conditionsKey } from '../model/http-conditions';
import { byCodePoint } from '../private/names';
import { shortened, shortHash } from '../private/shortened';
import { ExposedTogether } from '../traffic/exposed-together';
import { hostLabel } from '../traffic/ruled-name';

/** As long as the name of an object may be. */
const LONGEST = 253;

/**
 * The name of the route of an exposure: its gateway and its service, whose names have no dot; where it is said what the route is for, that in words, and a hash of it where they might be another's.
 * No two kinds of route have one name, as a service has one kind: of two at one Gateway, Istio keeps one. Source: istio, pilot/pkg/config/kube/gateway
 */
export function routeNameOf({ exposure, hosts, listeners, isWhole }: ExposedTogether): string {
  const { gateway, service, said } = exposure;
  const plain = `${gateway.name}.${service.name}`;
  const isPlain = isWhole && said.port === undefined && said.matches.length === 0;
  if (isPlain && said.hosts === undefined) return plain;
  const words = said.matches.map(({ _conditions: conditions }) => conditionWords(conditions)).sort(byCodePoint).join('-or-');
  const told = [plain, ...said.hosts === undefined && isWhole ? [] : [hostLabel(hosts[0]).replace('*', 'any')], ...words === '' ? [] : [words]].join('.');
  if (isPlain && hosts.length === 1) return shortened(told, LONGEST);
  const asked = said.matches.map(({ _conditions: conditions }) => conditionsKey(conditions)).sort(byCodePoint);
  return shortened(`${told}.${shortHash(JSON.stringify([hosts, said.port, listeners.map(({ port }) => port).sort((a, b) => a - b), asked]))}`, LONGEST);
}
