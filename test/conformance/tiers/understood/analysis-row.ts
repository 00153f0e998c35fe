import { judged } from '../../harness/expected';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { analyze } from '../../systems/istioctl';
import { isIstios } from './admission';
import { EXPECTED_OF_ANALYSIS } from './expected';
import { UnderstoodWorld } from './understood-world';

/** What Istio finds wrong with objects together: with what they refer to, and with each other. */
export const ANALYSIS: Row<UnderstoodWorld> = {
  behaviour: 'istioctl analyze of a cluster with every example and fixture finds nothing that was not declared so',
  async observe({ server, admitted }) {
    const findings = await analyze(server.kubeconfig());
    return judged(findings.map(({ code, object, message }) => `${code} ${object} ${message}`), EXPECTED_OF_ANALYSIS, `${admitted.served.filter(isIstios).length} objects`);
  },
  brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'orders', namespace: 'shop' }, 'selects pods that nobody has', object => { object.spec.selector.matchLabels = { app: 'order' }; }),
};
