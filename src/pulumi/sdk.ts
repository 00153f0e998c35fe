import { createRequire } from 'module';
import type * as Kubernetes from '@pulumi/kubernetes';
import type * as Pulumi from '@pulumi/pulumi';

const PACKAGES = ['@pulumi/pulumi', '@pulumi/kubernetes'];
const requireHere = createRequire(__filename);

// jsii refuses a peer that is no jsii package, even an optional one, so nothing tells npm that this subpath needs Pulumi.
const missing = PACKAGES.filter(name => !isInstalled(name));
if (missing.length > 0) {
  throw new Error(`cdk8s-backing-services/pulumi needs ${missing.join(' and ')}, which cannot be found; run: npm install ${PACKAGES.join(' ')}`);
}

/** The Pulumi SDK, of the user's own installation. */
export const pulumi = requireHere('@pulumi/pulumi') as typeof Pulumi;

/** The resource classes of Kubernetes, of the user's own installation. */
export const kubernetes = requireHere('@pulumi/kubernetes') as typeof Kubernetes;

function isInstalled(name: string): boolean {
  try {
    requireHere.resolve(name);
    return true;
  } catch {
    return false;
  }
}
