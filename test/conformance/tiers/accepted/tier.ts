import { declareAll } from '../../fixtures/all';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { SUPPLIER_CRDS } from '../../toolbox/crds';
import { OPENSSL } from '../../toolbox/debian';
import { HELM } from '../../toolbox/helm';
import { ISTIO } from '../../toolbox/istio';
import { ETCD, KUBE_APISERVER } from '../../toolbox/kubernetes';
import { ROLLOUTS } from '../../toolbox/rollouts';
import { STRIMZI_CRDS } from '../../toolbox/strimzi-crds';
import { AcceptedWorld } from './accepted-world';
import { ROWS } from './rows';

/** The API server takes every object. */
export const ACCEPTED: Tier<AcceptedWorld> = {
  name: 'accepted',
  real: [KUBE_APISERVER.name, ETCD.name, 'the CRDs of Istio', STRIMZI_CRDS.name, SUPPLIER_CRDS.name, ROLLOUTS.name, HELM.name],
  standIns: [],
  needs: [ROOT_RIGHTS, OPENSSL, KUBE_APISERVER, ETCD, ISTIO, STRIMZI_CRDS, SUPPLIER_CRDS, ROLLOUTS, HELM],
  manifests: () => Manifests.synthesized(declareAll),
  open: () => AcceptedWorld.open(),
  rows: ROWS,
};
