import { SharedHost } from '../traffic/shared-host';

/**
 * The namespaces that see an object about a host; `.` is its own.
 * Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (exportTo)
 */
export function exportToOf({ isSeenThere, visibleTo }: Pick<SharedHost, 'isSeenThere' | 'visibleTo'>): string[] {
  return [...isSeenThere ? ['.'] : [], ...visibleTo];
}
