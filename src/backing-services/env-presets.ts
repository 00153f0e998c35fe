import { EnvNames } from '../model/env-names';
import { guard } from '../private/boundary';
import { aspireNames } from './aspire-names';
import { dotnetNames } from './dotnet-names';
import { libpqNames } from './libpq-names';
import { partNames } from './part-names';
import { presetNames } from './preset-names';
import { radiusNames } from './radius-names';
import { springNames } from './spring-names';

/**
 * Conventions of variable names that frameworks and platforms have, for programs that read those already. A service that one has no names for is told by the default
 * ones, `<BINDING>_URL`; files as the Service Binding specification lays them out are `BindingDelivery.FILES`.
 */
export class EnvPresets {
  /** `<BINDING>_URL` and, beside it, the parts: `_HOST`, `_PORT`, `_USERNAME`, `_PASSWORD`, `_DATABASE`. */
  public static readonly PARTS: EnvNames = presetNames(partNames);

  /**
   * What .NET Aspire gives: `ConnectionStrings__<name>` and `<NAME>_HOST`, `_PORT`, `_USERNAME`, `_PASSWORD`, `_DATABASENAME`, `_URI`, `_JDBCCONNECTIONSTRING`; of HTTP
   * `services__<name>__http__0`. A dash of the name is "_". Source: https://aspire.dev/fundamentals/environment-variables/
   */
  public static readonly ASPIRE: EnvNames = presetNames(aspireNames);

  /**
   * The connection strings of .NET: `ConnectionStrings__OrdersDb` of the binding `orders-db`.
   * Source: https://learn.microsoft.com/aspnet/core/fundamentals/configuration/
   */
  public static readonly DOTNET: EnvNames = presetNames(dotnetNames);

  /**
   * What libpq reads of a PostgreSQL database: `PGHOST`, `PGPORT`, `PGDATABASE`, `PGUSER`, `PGPASSWORD`, `PGSSLMODE`, `PGSSLROOTCERT`; a container has room for one.
   * Source: https://www.postgresql.org/docs/current/libpq-envars.html
   */
  public static readonly LIBPQ: EnvNames = presetNames(libpqNames);

  /** What a connection of Radius gives: `CONNECTION_<NAME>_HOST` and its like. Source: https://docs.radapp.io/guides/author-apps/containers/overview/ */
  public static readonly RADIUS: EnvNames = presetNames(radiusNames);

  /**
   * Properties of Spring Boot, of PostgreSQL, MySQL, SQL Server, Redis, MongoDB, Kafka, RabbitMQ, Elasticsearch, Cassandra, LDAP and mail: `SPRING_DATASOURCE_URL`,
   * `SPRING_RABBITMQ_ADDRESSES` and their like; a container has room for one service of a kind. Source: https://docs.spring.io/spring-boot/appendix/application-properties/
   */
  public static readonly SPRING: EnvNames = presetNames(springNames);

  private constructor() {}
}

guard('EnvPresets', EnvPresets);
