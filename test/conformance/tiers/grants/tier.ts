import { grants } from '../../fixtures/grants';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { BUBBLEWRAP, OPENSSL, POSTGRESQL } from '../../toolbox/debian';
import { EXTERNAL_SECRETS_TEMPLATES } from '../../toolbox/external-secrets';
import { NODE_CLIENTS } from '../../toolbox/node-clients';
import { PYTHON } from '../../toolbox/python';
import { PASSWORDS } from './passwords';
import { PROVIDERS } from './providers';
import { RIGHTS } from './rights';
import { GrantsWorld } from './world';

/** Roles that the manifests make on a real PostgreSQL: what each may do, and how its password changes. */
export const GRANTS: Tier<GrantsWorld> = {
  name: 'grants',
  real: ['PostgreSQL 15 with a hot standby, TLS and SCRAM', 'psycopg2 2.9.13', 'pg 8', 'the template engine of External Secrets 0.20.4'],
  standIns: ['the kubelet', 'the controller of External Secrets', 'the instance manager of CloudNativePG', 'DNS'],
  needs: [ROOT_RIGHTS, POSTGRESQL, OPENSSL, BUBBLEWRAP, EXTERNAL_SECRETS_TEMPLATES, PYTHON, NODE_CLIENTS],
  manifests: () => Manifests.synthesized(grants),
  open: () => GrantsWorld.open(),
  rows: [...RIGHTS, ...PASSWORDS, ...PROVIDERS],
};
