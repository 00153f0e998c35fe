import { PodVariable } from '../../../support/emitted';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Observation, Row } from '../../harness/row';
import { Tier } from '../../harness/tier';
import { BUBBLEWRAP, OPENSSL } from '../../toolbox/debian';
import { KUBESEAL } from '../../toolbox/kubeseal';
import { KEPT, NAMESPACE, programs } from './declaration';
import { SealedWorld } from './world';

/** Tells how many of them are what was sealed, and no word of what that is. */
function compared(read: readonly (string | undefined)[], sealed: readonly string[]): Observation {
  const same = sealed.filter((text, i) => read[i] === text).length;
  return { seen: `${same} of ${sealed.length} as they were sealed`, holds: same === sealed.length };
}

const variables = (deployment: string, sealed: Readonly<Record<string, string>>): Row<SealedWorld>['observe'] => async world => {
  const { environment } = world.container(deployment);
  return compared(Object.keys(sealed).map(name => environment.get(name)), Object.values(sealed));
};

const sealedSecret = (name: string) => ({ kind: 'SealedSecret', name });
const orders = { kind: 'Deployment', name: 'orders' };
const { username, password, ca } = KEPT.ordersDb;

export const SEALED_SECRETS: Tier<SealedWorld> = {
  name: 'sealed-secrets',
  real: ['kubeseal 0.40.0, which opens what is sealed by the code of its controller'],
  standIns: ['the kubelet', 'the loop of the controller of Sealed Secrets'],
  needs: [ROOT_RIGHTS, OPENSSL, BUBBLEWRAP, KUBESEAL],
  manifests: () => Manifests.synthesized(programs),
  open: async () => new SealedWorld(),
  rows: [
    {
      behaviour: 'variables hold user and password of a SealedSecret that was sealed for the name, the namespace and the keys which are declared',
      observe: variables('orders', { PGUSER: username, PGPASSWORD: password }),
      brokenBy: mutate(orders, 'PGPASSWORD of another key', ({ spec }) => {
        const { env } = spec.template.spec.containers[0] as { env: PodVariable[] };
        Object.assign(env.find(variable => variable.name === 'PGPASSWORD')!.valueFrom!.secretKeyRef, { key: 'username' });
      }),
    },
    {
      behaviour: 'files hold password and authority of the same SealedSecret',
      async observe(world) {
        const container = world.container('orders');
        const files = ['PASSWORD_FILE', 'PGSSLROOTCERT'].map(name => container.environment.get(name)!);
        return compared([await container.run(['cat', files[0]]), await container.run(['cat', files[1]])], [password, ca]);
      },
      brokenBy: mutate(orders, 'the file of the password of another key', ({ spec }) => {
        const items = spec.template.spec.volumes[0].projected.sources.flatMap(({ secret }: any) => secret?.items ?? []);
        items.find(({ key }: any) => key === 'password').key = 'username';
      }),
    },
    {
      behaviour: 'a SealedSecret is opened in the namespace of its consumer, for which it was sealed',
      observe: variables('gateway', { LIMITS_URL: KEPT.limits.uri }),
      brokenBy: mutate(sealedSecret('limits'), 'in another namespace', ({ metadata }) => { Object.assign(metadata, { namespace: `other-${NAMESPACE}` }); }),
    },
    {
      behaviour: 'the Secret has the name of the SealedSecret, whatever the template in it is called',
      observe: variables('carts', { REDIS_PASSWORD: KEPT.sessions.password }),
      brokenBy: mutate(sealedSecret('sessions'), 'called as its template is', ({ metadata }) => { Object.assign(metadata, { name: 'renamed' }); }),
    },
  ],
};
