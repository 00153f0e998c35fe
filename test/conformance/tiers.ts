import { Tier } from './harness/tier';
import { ACCEPTED } from './tiers/accepted/tier';
import { LDAP_TIER } from './tiers/attached/ldap/tier';
import { MARIADB_TIER } from './tiers/attached/mariadb/tier';
import { MEMCACHED_TIER } from './tiers/attached/memcached/tier';
import { MONGODB_TIER } from './tiers/attached/mongodb/tier';
import { NATS_TIER } from './tiers/attached/nats/tier';
import { OPENSEARCH_TIER } from './tiers/attached/opensearch/tier';
import { POSTGRES_CLIENTS } from './tiers/attached/postgres-clients/tier';
import { RABBITMQ_TIER } from './tiers/attached/rabbitmq/tier';
import { REDIS_CLUSTER_TIER } from './tiers/attached/redis-cluster/tier';
import { REDIS_SENTINEL_TIER } from './tiers/attached/redis-sentinel/tier';
import { S3_TIER } from './tiers/attached/s3/tier';
import { SMTP_TIER } from './tiers/attached/smtp/tier';
import { GRANTS } from './tiers/grants/tier';
import { KAFKA_TIER } from './tiers/kafka/tier';
import { MESH } from './tiers/mesh/tier';
import { NETWORK } from './tiers/network/tier';
import { RANDOM } from './tiers/random/tier';
import { SEALED_SECRETS } from './tiers/sealed-secrets/tier';
import { STORES } from './tiers/stores/tier';
import { UNDERSTOOD } from './tiers/understood/tier';

/** A tier for each kind of server that a backing service may be, beside those that have one above. */
const ATTACHED: readonly Tier[] = [
  POSTGRES_CLIENTS, MARIADB_TIER, MONGODB_TIER, REDIS_SENTINEL_TIER, REDIS_CLUSTER_TIER, MEMCACHED_TIER, RABBITMQ_TIER, NATS_TIER,
  S3_TIER, OPENSEARCH_TIER, SMTP_TIER, LDAP_TIER,
];

/** Every tier, in the order in which they are run: what fails early explains what fails later. */
export const TIERS: readonly Tier[] = [ACCEPTED, UNDERSTOOD, RANDOM, MESH, KAFKA_TIER, STORES, SEALED_SECRETS, GRANTS, ...ATTACHED, NETWORK];
