import { NatsProvider, PostgresProvider, RedisProvider, SmtpProvider, Topology } from 'cdk8s-backing-services';

/** Who provides what in a stage; a provider that is a container of the system's own declares it. */
export interface Stage {
  readonly database: (topology: Topology) => PostgresProvider;
  readonly sessions: (topology: Topology) => RedisProvider;
  readonly events: (topology: Topology) => NatsProvider;
  readonly mail: (topology: Topology) => SmtpProvider;
}
