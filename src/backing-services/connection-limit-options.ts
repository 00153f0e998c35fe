/** How much a server takes. */
export interface ConnectionLimitOptions {
  /**
   * Connections that the server takes from all its clients together. The sum of `clientConnections` over all pods that may run at once is held against it. For PostgreSQL
   * it is `max_connections` less `superuser_reserved_connections`, `reserved_connections` and what operators, exporters and migrations need; where clients are sent to
   * a pooler, its `max_client_conn`; for Redis `maxclients`, 10,000 by default; for Memcached `-c`, 1,024 by default.
   * Sources: https://www.postgresql.org/docs/current/runtime-config-connection.html, https://www.pgbouncer.org/config.html,
   * https://redis.io/docs/latest/develop/reference/clients/, https://docs.memcached.org/serverguide/
   *
   * @default - unknown
   */
  readonly maxConnections?: number;
}
