import { Construct } from 'constructs';
import { CredentialPart } from '../../model/credential-part';
import { SecretEncoding } from '../../model/secret-encoding';
import { acceptArguments, guard } from '../../private/boundary';
import { distinct } from '../../private/distinct';
import { Names } from '../../private/names';
import { quote } from '../../private/topology-error';
import { SecretSupplier } from '../secret-supplier';
import { SuppliedSecret } from '../supplied-secret';
import { emitOnePasswordItem } from './one-password-item';

/** How the 1Password operator supplies credentials. */
export interface OnePasswordOptions {
  /**
   * Whether the operator starts the consumer's pods anew when the item has changed, so that they read the new credential.
   *
   * @default true
   */
  readonly restarts?: boolean;
}

/**
 * The 1Password operator, 1.12: a OnePasswordItem for each consumer and service, whose Secret has the fields of one item under their labels. It composes and
 * encodes nothing.
 */
export class OnePasswordOperator extends SecretSupplier {
  public readonly name = 'the 1Password operator';
  public readonly composes = false;
  private readonly isRestarting: boolean;

  constructor(options: OnePasswordOptions = {}) {
    acceptArguments('new OnePasswordOperator', [options]);
    super();
    this.isRestarting = options.restarts ?? true;
  }

  public fetches({ storeKind, property }: CredentialPart): boolean {
    return storeKind === 'OnePasswordVault' && property !== undefined;
  }

  public encodes(encoding: SecretEncoding): boolean {
    return encoding === SecretEncoding.NONE;
  }

  /** The label, which the operator would change into a key if it were none: that is refused. */
  public override keyOf({ property }: CredentialPart): string | undefined {
    return property;
  }

  public override whyNot({ parts }: SuppliedSecret): string | undefined {
    const items = distinct(parts.map(({ part: { storeName, entry } }) => `${storeName}/${entry}`));
    if (items.length > 1) return `its parts are in ${items.length} items, and one Secret is made of one`;
    const [{ part: { entry } }] = parts;
    if (entry!.includes('/')) return `${quote(entry)} cannot be asked for, because of the "/" in it: refer to the item by its id`;
    const label = parts.map(({ part: { property } }) => property!).find(property => !Names.SECRET_KEY.pattern.test(property));
    return label && `the label ${quote(label)} is no key of a Secret: allowed are ${Names.SECRET_KEY.allowed}`;
  }

  public override restarts(): boolean {
    return this.isRestarting;
  }

  public supply(scope: Construct, secret: SuppliedSecret): void {
    emitOnePasswordItem(scope, secret, this.isRestarting);
  }
}

guard('OnePasswordOperator', OnePasswordOperator);
