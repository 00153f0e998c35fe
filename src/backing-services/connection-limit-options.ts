/** How much a server takes. */
export interface ConnectionLimitOptions {
  /**
   * Connections that the server takes from all its clients together; of several servers that each client dials, what one of them takes. The sum of
   * `clientConnections` over all pods that may run at once is held against it. What the server keeps for administrators, and what exporters, operators and
   * migrations open, is not in it:
   *
   * - PostgreSQL: `max_connections` less `superuser_reserved_connections` and `reserved_connections`, or a pooler's `max_client_conn`
   * - MySQL and MariaDB: `max_connections`, 151 by default
   * - SQL Server: `user connections`, 32,767 by default; of Azure SQL the sessions of its tier
   * - MongoDB: `net.maxIncomingConnections`, or the limit of Atlas's tier; a client opens two more to each server than its pool has, and watches it by them
   * - Cassandra: `native_transport_max_concurrent_connections`, without limit by default
   * - Redis: `maxclients`, 10,000 by default
   * - Memcached: `-c`, 1,024 by default
   * - RabbitMQ: `connection_max`, or `max-connections` of the virtual host or user; without limit by default
   * - NATS: `max_connections`, 65,536 by default
   *
   * Sources: https://www.postgresql.org/docs/current/runtime-config-connection.html, https://www.pgbouncer.org/config.html,
   * https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_max_connections,
   * https://learn.microsoft.com/sql/database-engine/configure-windows/configure-the-user-connections-server-configuration-option,
   * https://www.mongodb.com/docs/manual/reference/configuration-options/#mongodb-setting-net.maxIncomingConnections,
   * https://www.mongodb.com/docs/atlas/reference/atlas-limits/, https://cassandra.apache.org/doc/latest/cassandra/managing/configuration/cass_yaml_file.html,
   * https://redis.io/docs/latest/develop/reference/clients/, https://docs.memcached.org/serverguide/, https://www.rabbitmq.com/docs/limits,
   * https://docs.nats.io/running-a-nats-service/configuration#limits
   *
   * @default - unknown
   */
  readonly maxConnections?: number;
}
