import { declareExamples } from '../../../../examples/charts';
import { stores } from '../../fixtures/stores';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { BUBBLEWRAP, OPENSSL, POSTGRESQL, REDIS_SERVER } from '../../toolbox/debian';
import { EXTERNAL_SECRETS_TEMPLATES } from '../../toolbox/external-secrets';
import { PYTHON } from '../../toolbox/python';
import { ACCESS } from './access';
import { CERTIFICATES } from './certificates';
import { CONNECTING } from './connecting';
import { SHAPES } from './shapes';
import { StoresWorld } from './world';

/** Programs that know their container's variables and nothing else, and the servers that these lead to. */
export const STORES: Tier<StoresWorld> = {
  name: 'stores',
  real: [
    'PostgreSQL 15 with a hot standby, TLS and SCRAM', 'Redis 7 with TLS and ACLs', 'psycopg2 2.9.13', 'redis-py 8.1.0', 'pg 8', 'ioredis 6',
    'the template engine of External Secrets 0.20.4',
  ],
  standIns: ['the kubelet', 'the controller of External Secrets', 'the Secrets of CloudNativePG', 'DNS'],
  needs: [ROOT_RIGHTS, POSTGRESQL, REDIS_SERVER, OPENSSL, BUBBLEWRAP, EXTERNAL_SECRETS_TEMPLATES, PYTHON],
  manifests: () => Manifests.synthesized(app => {
    declareExamples(app);
    stores(app);
  }),
  open: () => StoresWorld.open(),
  rows: [...CONNECTING, ...SHAPES, ...CERTIFICATES, ...ACCESS],
};
