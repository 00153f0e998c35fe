import { assertName, NameRule } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';

const WORD = '[A-Za-z0-9](?:[-A-Za-z0-9._]*[A-Za-z0-9])?';

/** What Kubernetes lets be a label's value. Source: https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/ */
export const REGION: NameRule = {
  what: 'a region', pattern: new RegExp(`^(?!constructor$)${WORD}$`), longest: 63, allowed: 'letters, digits, "-", "_" and ".", at most 63 characters, no "/" and no "*"; not "constructor"',
};

const LOCALITY: NameRule = {
  what: 'a locality', pattern: new RegExp(`^(?!constructor$)(?:\\*|${WORD}(?:/${WORD}){0,2}|${WORD}(?:/${WORD})?/\\*)$`), longest: 191,
  allowed: 'region, region/zone or region/zone/sub-zone, with "*" in place of the last',
};

const PLACE: NameRule = {
  what: 'a locality', pattern: new RegExp(`^(?!constructor$)${WORD}(?:/${WORD}){0,2}$`), longest: 191, allowed: 'region, region/zone or region/zone/sub-zone',
};

/** Throws BST801 unless something can be in the locality; returns it. */
export function assertPlace(locality: string, path: string): string {
  return assertName(PLACE, locality, path);
}

/**
 * Throws BST801 unless each is a locality, BST008 if one holds another, as the proxy asks one alone.
 * Source: istio, pkg/config/validation/agent/validation.go (`validateLocalities`)
 */
export function assertLocalities(localities: readonly string[], path: string): void {
  const held = localities.map(locality => ({ locality, parts: partsOf(assertName(LOCALITY, locality, path)) }));
  held.forEach(({ locality, parts }, nth) => {
    const other = held.find((each, position) => position !== nth && each.parts.every((part, level) => part === parts[level]));
    if (other) {
      throw new TopologyError({
        code: 'BST008', path, problem: `locality ${quote(locality)} is in ${quote(other.locality)}, and the proxy asks one of the two alone`, fix: 'name localities of which none holds another',
      });
    }
  });
}

function partsOf(locality: string): string[] {
  return locality.split('/').filter(part => part !== '*');
}
