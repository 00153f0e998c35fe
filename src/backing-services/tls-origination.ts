/** Who starts TLS towards a third party. */
export enum TlsOrigination {
  /** The sidecar of the consumer; the consumer speaks in the clear to it. */
  MESH = 'mesh',
  /** The consumer itself; the mesh passes the bytes on. */
  CLIENT = 'client',
}
