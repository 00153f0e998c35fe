import { Secrets } from '../../../support/kubelet';
import { Login } from '../../clients/hostile-logins';
import { CloudNativePgCluster } from '../../stand-ins/cloud-native-pg';
import { StoreContent, Stores } from '../../stand-ins/external-secrets';

/** What is kept for the workloads at a time: a user of each kind of server. */
export interface Logins {
  readonly postgres: Login;
  readonly redis: Login;
}

/** May write. */
export const WRITER: Login = { username: 'writer', password: 'wr/te: 100 % + $(HOME)' };
/** May read, and nothing else. */
export const READER: Login = { username: 'reader', password: 'r@ad? #1 & $$' };
/** Owner of a bootstrap database, with a password as CloudNativePG generates one: letters and digits. */
export const OWNER: Login = { username: 'app', password: 'gX2uPz9LkD4vTq7W' };

const KAFKA = { 'username': 'web', 'password': 'not used here', 'ssl.truststore.crt': 'not used here' };

/** What the stores keep for the examples and the fixture. */
export function contentOf(logins: Logins, authority: string): Stores {
  return { 'ClusterSecretStore vault': vault(logins, authority), 'SecretStore own': { 'pieces/password': logins.postgres.password } };
}

/** The password of `pieces` is another one here, which opens nothing. */
function vault({ postgres, redis }: Logins, authority: string): StoreContent {
  return {
    'books/redis': { ...redis },
    'shop/cache': { ...redis },
    'dev/astronomy-db': { ...postgres },
    'prod/astronomy-db': { ...postgres },
    'managed-books/database': { ...postgres, ca: authority },
    'managed-books/kafka': KAFKA,
    'archive/database': { ...postgres },
    'pieces/owner': { name: postgres.username, authority },
    'pieces/password': 'of another time',
    'named/database': { ...postgres, ca: authority },
    'named/cache': { ...redis },
    'named/plain-cache': { password: redis.password },
    'access/journal': { ...WRITER },
    'access/journal-reader': { ...READER },
    'access/sessions': { ...WRITER },
    'access/sessions-reader': { ...READER },
    'impostors/own-db': { ...postgres },
    'impostors/stranger-cache': { ...redis },
    'impostors/renamed-cache': { ...redis },
  };
}

/** The clusters of CloudNativePG; the clients of `stranger` were given the authority of another. */
export function clusters({ postgres }: Logins, authority: string, anotherAuthority: string): CloudNativePgCluster[] {
  const cluster = (name: string, namespace: string, login: Login) => ({ name, namespace, database: 'app', ...login, authority });
  return [
    cluster('books', 'books', postgres),
    cluster('shop', 'shop', postgres),
    cluster('ledger', 'access', OWNER),
    cluster('renamed', 'impostors', postgres),
    { ...cluster('stranger', 'impostors', postgres), authority: anotherAuthority },
  ];
}

/** Secrets of the Access Operator that the examples' containers wait for; no row of this tier uses Kafka. */
export const ACCESS_SECRETS: Readonly<Record<string, Secrets>> = {
  books: { 'web.kafka.events-kafka': KAFKA },
  shop: { 'orders.kafka.events-kafka': KAFKA },
};
