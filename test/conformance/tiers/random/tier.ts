import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { SUPPLIER_CRDS } from '../../toolbox/crds';
import { IPROUTE, OPENSSL } from '../../toolbox/debian';
import { ISTIO } from '../../toolbox/istio';
import { ETCD, KUBE_APISERVER } from '../../toolbox/kubernetes';
import { ROLLOUTS } from '../../toolbox/rollouts';
import { STRIMZI_CRDS } from '../../toolbox/strimzi-crds';
import { ACCEPTANCE_ROWS } from './acceptance-rows';
import { LOOKUP_ROWS } from './lookup-rows';
import { programsOfRun } from './programs';
import { RandomWorld } from './random-world';

/** Declarations that nobody chose by hand. */
export const RANDOM: Tier<RandomWorld> = {
  name: 'random',
  real: [KUBE_APISERVER.name, ETCD.name, ISTIO.name, STRIMZI_CRDS.name, SUPPLIER_CRDS.name],
  standIns: ['an evaluation of Istio\'s lookup, made of its documentation and source, for its sidecars, and with that of the Gateway API for waypoints and ztunnel',
    'pods, one for each version, without programs'],
  needs: [ROOT_RIGHTS, OPENSSL, IPROUTE, KUBE_APISERVER, ETCD, ISTIO, STRIMZI_CRDS, SUPPLIER_CRDS, ROLLOUTS],
  manifests: () => new Manifests(programsOfRun().flatMap(({ manifests }) => manifests?.documents ?? [])),
  open: () => RandomWorld.open(),
  rows: [...ACCEPTANCE_ROWS, ...LOOKUP_ROWS],
};
