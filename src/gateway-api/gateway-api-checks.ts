import { IAppCheck, ITopologyCheck } from '../model/check';
import { beyondGatewayApi } from './beyond-gateway-api';
import { RoutesRead } from './bound-routes';
import { hostOfTwoKinds } from './host-of-two-kinds';
import { referenceNotGranted } from './reference-not-granted';
import { ReleaseChannel } from './release-channel';
import { routedInAnotherOrder } from './routed-in-another-order';
import { serviceRoutedTwice } from './service-routed-twice';
import { versionWithoutService } from './version-without-service';

/** The rules that only the Gateway API knows, sorted by code. */
export function gatewayApiChecks(read: RoutesRead, channel = ReleaseChannel.STANDARD): ITopologyCheck[] {
  return [
    beyondGatewayApi(read, channel), // BST664
    routedInAnotherOrder(read), // BST665
    hostOfTwoKinds(read), // BST666
    versionWithoutService(read), // BST667
    referenceNotGranted(read), // BST668
  ];
}

/** Those about what meets in an app where a mesh reads routes of services. */
export const SERVICE_ROUTES_CHECKS: IAppCheck[] = [serviceRoutedTwice]; // BST670
