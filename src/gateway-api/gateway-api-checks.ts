import { ITopologyCheck } from '../model/check';
import { beyondGatewayApi } from './beyond-gateway-api';
import { hostOfTwoKinds } from './host-of-two-kinds';
import { referenceNotGranted } from './reference-not-granted';
import { routedInAnotherOrder } from './routed-in-another-order';
import { versionWithoutService } from './version-without-service';

/** The rules that only the Gateway API knows, sorted by code. */
export const GATEWAY_API_CHECKS: ITopologyCheck[] = [
  beyondGatewayApi, // BST664
  routedInAnotherOrder, // BST665
  hostOfTwoKinds, // BST666
  versionWithoutService, // BST667
  referenceNotGranted, // BST668
];
