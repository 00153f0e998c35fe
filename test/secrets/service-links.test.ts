import { namesLikeServiceLinks } from '../../src/secrets/service-links';

const named = (...names: string[]) => namesLikeServiceLinks([{ variables: names.map(name => ({ name })) } as never]);

test.each(['DB_PORT', 'DB_SERVICE_HOST', 'DB_SERVICE_PORT', 'DB_SERVICE_PORT_HTTP', 'DB_PORT_5432_TCP', 'DB_PORT_5432_TCP_ADDR', 'A_B_PORT_53_UDP_PROTO'])(
  'Kubernetes could make a variable %s of a Service', name => expect(named('DB_URL', name)).toBe(true));

test.each(['DB_URL', 'PORT', 'DB_PORTS', 'DB_HOST', 'DB_REPORT', 'db_PORT'])('but never one named %s', name => expect(named(name)).toBe(false));
