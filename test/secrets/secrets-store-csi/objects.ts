import { Credential } from '../../../src';
import { CsiObject } from '../../../src/secrets/secrets-store-csi/csi-provider';

/** The parts of a credential as files of a volume. */
export function filesOf({ parts }: Credential): CsiObject[] {
  return Object.entries(parts).map(([name, part]) => ({ file: `part-${name}`, part }));
}
