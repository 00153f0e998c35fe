import { Construct } from 'constructs';
import { emit } from '../../private/emit';
import { SuppliedSecret } from '../supplied-secret';

/**
 * Asks for the Secret of one consumer and one service, which has the fields of one item under their labels, and the name of the object.
 * Sources: 1Password/onepassword-operator 1.12, config/crd/bases, USAGEGUIDE.md
 */
export function emitOnePasswordItem(scope: Construct, { name, namespace, type, parts: [{ part }] }: SuppliedSecret, restarts: boolean): void {
  emit<{ readonly itemPath: string }>(scope, {
    apiVersion: 'onepassword.com/v1',
    kind: 'OnePasswordItem',
    name,
    namespace,
    annotations: { 'operator.1password.io/auto-restart': String(restarts) },
    spec: { itemPath: `vaults/${part.storeName}/items/${part.entry}` },
    type,
  });
}
