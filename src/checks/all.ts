import { IAppCheck, ITopologyCheck } from '../model/check';
import { calledNotExposed } from './called-not-exposed';
import { certificateOfTwoListeners } from './certificate-of-two-listeners';
import { connectionBudget } from './connection-budget';
import { credentialInTheClear } from './credential-in-the-clear';
import { deadBreaker } from './dead-breaker';
import { deadlineInversion } from './deadline-inversion';
import { duplicateObject } from './duplicate-object';
import { entranceTurnedAway } from './entrance-turned-away';
import { existingService } from './existing-service';
import { exposedTwice } from './exposed-twice';
import { exposureBesideRoutes } from './exposure-beside-routes';
import { faultInProduction } from './fault-in-production';
import { fileOfTwoObjects } from './file-of-two-objects';
import { gatewayHostOfTwo } from './gateway-host-of-two';
import { groupOfAnother } from './group-of-another';
import { hostOfAService } from './host-of-a-service';
import { instanceCredentials } from './instance-credentials';
import { nothingReleased } from './nothing-released';
import { outsideTurnedAway } from './outside-turned-away';
import { ownServiceAsAnothers } from './own-service-as-anothers';
import { peerWithoutCall } from './peer-without-call';
import { perTryNotBelowTimeout } from './per-try-not-below-timeout';
import { perTryTimeoutNeverRetried } from './per-try-timeout-never-retried';
import { podsOfTwoWorkloads } from './pods-of-two-workloads';
import { policyNotEnforced } from './policy-not-enforced';
import { portNotListenedOn } from './port-not-listened-on';
import { readOnlyNotEnforced } from './read-only-not-enforced';
import { requestsOfBytes } from './requests-of-bytes';
import { retriesDoNotFit } from './retries-do-not-fit';
import { retryAmplification } from './retry-amplification';
import { retryOfNonIdempotent } from './retry-of-non-idempotent';
import { secretOfAnother } from './secret-of-another';
import { serviceOfUnlikeParts } from './service-of-unlike-parts';
import { stageNeedsCode } from './stage-needs-code';
import { stageOfOtherTls } from './stage-of-other-tls';
import { subsetWithoutPods } from './subset-without-pods';
import { syncCycle } from './sync-cycle';
import { takenName } from './taken-name';
import { tokenNotVerified } from './token-not-verified';
import { undeclaredUse } from './undeclared-use';

/** Every check of one topology, sorted by code. */
export const CHECKS: ITopologyCheck[] = [
  deadlineInversion, // BST102
  retriesDoNotFit, // BST104
  perTryNotBelowTimeout, // BST105
  perTryTimeoutNeverRetried, // BST106
  retryAmplification, // BST112
  retryOfNonIdempotent, // BST113
  deadBreaker, // BST215
  nothingReleased, // BST217
  syncCycle, // BST305
  instanceCredentials, // BST518
  readOnlyNotEnforced, // BST521
  credentialInTheClear, // BST526
  peerWithoutCall, // BST527
  outsideTurnedAway, // BST528
  subsetWithoutPods, // BST604
  policyNotEnforced, // BST616
  ownServiceAsAnothers, // BST626
  serviceOfUnlikeParts, // BST638
  requestsOfBytes, // BST641
  tokenNotVerified, // BST642
  exposedTwice, // BST650
  exposureBesideRoutes, // BST651
  calledNotExposed, // BST652
  certificateOfTwoListeners, // BST654
  faultInProduction, // BST752
  portNotListenedOn, // BST807
];

/** Every check of what meets in a cluster, sorted by code. */
export const APP_CHECKS: IAppCheck[] = [
  connectionBudget, // BST201
  groupOfAnother, // BST422
  takenName, // BST524
  secretOfAnother, // BST525
  existingService, // BST537
  entranceTurnedAway, // BST538
  hostOfAService, // BST622
  gatewayHostOfTwo, // BST653
  stageNeedsCode, // BST750
  stageOfOtherTls, // BST751
  duplicateObject, // BST803
  fileOfTwoObjects, // BST804
  podsOfTwoWorkloads, // BST806
  undeclaredUse, // BST809
];
