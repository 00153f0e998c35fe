import { RoutedHost } from '../traffic/routed-host';

/**
 * The namespaces that see an object about a host; `.` is its own.
 * Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (exportTo)
 */
export function exportToOf({ visibleTo }: RoutedHost): string[] {
  return ['.', ...visibleTo];
}
