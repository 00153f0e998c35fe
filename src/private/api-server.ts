/**
 * What to say instead of a service where pods call the API server. Its Service selects no pods: behind it are the addresses that the control plane listens on.
 * Source: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/
 */
export const API_SERVER_IS_REACHED = 'leave this service out, for pods find the API server by themselves, and let each workload that calls it reach the addresses '
  + 'of its endpoints, by reaches() of NetworkPeer.addresses() with their port, which is often 6443';

/** Whether a host is the Service of the API server. */
export function isApiServer(host: string): boolean {
  return /^kubernetes\.default(\.svc(\.cluster\.local)?)?$/.test(host);
}
