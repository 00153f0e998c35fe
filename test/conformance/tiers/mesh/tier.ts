import { declareExamples } from '../../../../examples/charts';
import { connections } from '../../fixtures/connections';
import { detours } from '../../fixtures/detours';
import { doors } from '../../fixtures/doors';
import { entrances } from '../../fixtures/entrances';
import { exits } from '../../fixtures/exits';
import { halls } from '../../fixtures/halls';
import { lobby } from '../../fixtures/lobby';
import { neighbours } from '../../fixtures/neighbours';
import { releases } from '../../fixtures/releases';
import { resilience } from '../../fixtures/resilience';
import { scopes } from '../../fixtures/scopes';
import { strangers } from '../../fixtures/strangers';
import { yards } from '../../fixtures/yards';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Tier } from '../../harness/tier';
import { SUPPLIER_CRDS } from '../../toolbox/crds';
import { IPROUTE, IPTABLES, OPENSSL } from '../../toolbox/debian';
import { ISTIO } from '../../toolbox/istio';
import { ETCD, KUBE_APISERVER } from '../../toolbox/kubernetes';
import { PYTHON } from '../../toolbox/python';
import { ROLLOUTS } from '../../toolbox/rollouts';
import { ADMITTED_ROWS } from './admitted-rows';
import { BREAKER_ROWS } from './breaker-rows';
import { CONNECTION_ROWS } from './connection-rows';
import { DETOUR_ROWS } from './detour-rows';
import { DOOR_ROWS } from './door-rows';
import { ENDPOINT_ROWS } from './endpoint-rows';
import { EXIT_ROWS } from './exit-rows';
import { FURTHER_HOST_ROWS } from './further-host-rows';
import { HALL_ROWS } from './hall-rows';
import { IDENTITY_ROWS } from './identity-rows';
import { LOBBY_ROWS } from './lobby-rows';
import { LOCALITY_ROWS } from './locality-rows';
import { MACHINE_ROWS } from './machine-rows';
import { MATCHING_ROWS } from './matching-rows';
import { NEIGHBOUR_ROWS } from './neighbour-rows';
import { OUTSIDE_ROWS } from './outside-rows';
import { PATIENCE_ROWS } from './patience-rows';
import { PLATFORM_ROWS } from './platform-rows';
import { RELEASE_ROWS } from './release-rows';
import { RETRY_ROWS } from './retry-rows';
import { ROUTING_ROWS } from './routing-rows';
import { SCOPE_ROWS } from './scope-rows';
import { TCP_ROWS } from './tcp-rows';
import { TELEMETRY_ROWS } from './telemetry-rows';
import { TOKEN_ROWS } from './token-rows';
import { MeshWorld } from './world';

/** The YAML in a real mesh. */
export const MESH: Tier<MeshWorld> = {
  name: 'mesh',
  real: [
    'kube-apiserver 1.36.3 with etcd', 'istiod with its validation and its authority', 'Istio\'s agent and iptables rules, and Envoy 1.40.0, in each pod\'s network namespace',
    'what Argo Rollouts 1.9.0 writes into objects of Istio',
  ],
  standIns: [
    'the controllers of Deployments, Rollouts and EndpointSlices, the scheduler and the kubelet (one pod for each Deployment, both replicas where a row needs two)',
    'the cluster\'s DNS (a hosts file)', 'applications that answer as they are told', 'third parties and their authority', 'a collector of spans', 'an authorizer', 'a machine (a network namespace of its own, with a sidecar of whose labels and account it is told, and no pod)',
    'ztunnel (a pod of ambient goes to the waypoint itself, with a certificate of its own account)',
  ],
  needs: [ROOT_RIGHTS, IPROUTE, IPTABLES, OPENSSL, ETCD, KUBE_APISERVER, ISTIO, SUPPLIER_CRDS, PYTHON, ROLLOUTS],
  manifests: () => Manifests.synthesized(app => {
    const fixtures = [resilience, neighbours, entrances, connections, scopes, strangers, detours, doors, exits, halls, lobby, releases, yards];
    for (const declare of [declareExamples, ...fixtures]) declare(app);
  }),
  open: () => MeshWorld.open(),
  rows: [
    ...ROUTING_ROWS, ...RELEASE_ROWS,
    ...MATCHING_ROWS, ...DETOUR_ROWS, ...DOOR_ROWS, ...IDENTITY_ROWS, ...TOKEN_ROWS, ...ADMITTED_ROWS, ...CONNECTION_ROWS,
    ...NEIGHBOUR_ROWS, ...TCP_ROWS, ...PATIENCE_ROWS, ...RETRY_ROWS, ...BREAKER_ROWS, ...LOCALITY_ROWS, ...OUTSIDE_ROWS, ...FURTHER_HOST_ROWS,
    ...MACHINE_ROWS, ...ENDPOINT_ROWS, ...EXIT_ROWS, ...HALL_ROWS, ...LOBBY_ROWS,
    ...TELEMETRY_ROWS, ...SCOPE_ROWS, ...PLATFORM_ROWS,
  ],
};
