import { declareAll } from '../../fixtures/all';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { SUPPLIER_CRDS } from '../../toolbox/crds';
import { IPROUTE, IPTABLES, OPENSSL } from '../../toolbox/debian';
import { ISTIO } from '../../toolbox/istio';
import { ETCD, KUBE_APISERVER } from '../../toolbox/kubernetes';
import { PYTHON } from '../../toolbox/python';
import { ANALYSIS } from './analysis-row';
import { DEFECTS_REFUSED } from './defects-row';
import { SIDECARS } from './sidecar-row';
import { UnderstoodWorld } from './understood-world';
import { VALIDATION } from './validation-row';

/** Istio reads the objects as they are meant. */
export const UNDERSTOOD: Tier<UnderstoodWorld> = {
  name: 'understood',
  real: ['istioctl', 'istiod with its validation', `${KUBE_APISERVER.name} with etcd`, 'sidecars with Envoy 1.40.0'],
  standIns: [
    'one pod for each Deployment, StatefulSet and Rollout, with the container that Istio\'s injector adds',
    'metrics of Telemetry objects are validated, and not told to proxies, whose Envoy has no filter for them',
  ],
  needs: [ROOT_RIGHTS, IPROUTE, IPTABLES, OPENSSL, ETCD, KUBE_APISERVER, ISTIO, SUPPLIER_CRDS, PYTHON],
  manifests: () => Manifests.synthesized(declareAll),
  open: () => UnderstoodWorld.open(),
  rows: [VALIDATION, ANALYSIS, SIDECARS, DEFECTS_REFUSED],
};
