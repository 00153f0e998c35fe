import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { assertWhole } from '../private/bounds';
import { provided, ProvidedOptions } from './provided-by';
import { assertParts, ENTERS_REDIS } from './required-parts';

/** Which of the databases of one Redis server. */
export interface RedisDatabaseOptions {
  /**
   * Number of the logical database: a whole number in 0..1000000. A whole `uri` of the credentials says its own.
   *
   * @default - the part `database` of the credentials, or 0
   */
  readonly database?: number;
}

/** How servers that are one service stand together, and what they are entered with. @internal */
export interface RedisForm {
  /** Name of the group of servers that sentinels watch, if clients ask them for its master. */
  readonly sentinelMaster?: string;
  /** Whether the keys are spread over the servers, so that clients dial each. */
  readonly isCluster?: boolean;
  readonly entersWith: readonly (readonly string[])[];
}

/** One server, as far as its clients see. */
export const SINGLE: RedisForm = { entersWith: ENTERS_REDIS };
/** A password, whoever else may keep a whole URL. */
export const ENTERED_BY_PASSWORD = [['password']];

/** What a provider of this package gives. Those of others give a `Provision`, of one server. @internal */
export class RedisProvision extends Provision {
  constructor(provision: Provision, public readonly form: RedisForm) {
    super({ ...provision });
  }
}

/** The form that a provision is of. */
export function formOf(provision: Provision): RedisForm {
  return (provision as Partial<RedisProvision>).form ?? SINGLE;
}

/** A database of a server, or of several; it is told whether or not anybody needs a credential. */
export function redisProvision(
  locator: Locator, options: Omit<ProvidedOptions, 'database'> & RedisDatabaseOptions, path: string, form: RedisForm = SINGLE,
): RedisProvision {
  const { database } = options;
  if (database !== undefined) assertWhole('database', database, [0, 1_000_000], path);
  const entered = (credential: Credential) => assertParts(credential, form.entersWith, path);
  return new RedisProvision(provided(locator, { ...options, database: database?.toString() }, path, entered), form);
}
