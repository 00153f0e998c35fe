import { acceptArguments, guard } from '../private/boundary';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { EnvNames } from './env-names';
import { Locator } from './locator';
import { Login } from './login';

/** What a provider gives. */
export interface ProvisionProps {
  /** Where the service is. */
  readonly locator: Locator;
  /**
   * How consumers enter it.
   *
   * @default - without a credential
   */
  readonly login?: Login;
  /**
   * Who provides it, a word for the binding's entry `provider`: `strimzi`, `cloudnative-pg`.
   *
   * @default - the operator, if one owns it
   */
  readonly provider?: string;
  /**
   * Database of the server that consumers use, for kinds whose servers have several, where no part of the credential tells it.
   *
   * @default - the part `database` of the credential, or the kind's own
   */
  readonly database?: string;
  /**
   * What clients are told of it besides where it is, by the words of its kind: `replica-set` of MongoDB, `datacenter` of Cassandra. No secrets: those are
   * parts of a credential.
   *
   * @default - nothing
   */
  readonly settings?: Record<string, string>;
  /**
   * How the variables are named that the containers of the workload which runs it get, over the roles that consumers are told.
   *
   * @default - they get none
   */
  readonly serverEnvNames?: EnvNames;
  /**
   * Names of Kubernetes Services that the operator makes besides those that consumers dial. They are taken in its resource's namespace, as those are.
   *
   * @default - none
   */
  readonly furtherServices?: string[];
  /**
   * Names of Secrets that the operator makes besides those that consumers read. They are taken in its resource's namespace, as those are.
   *
   * @default - none
   */
  readonly furtherSecrets?: string[];
  /**
   * Names of ServiceAccounts that the operator's own pods run as, in its resource's namespace. A workload that ran as one would be taken for them, and
   * they for it.
   *
   * @default - none that is known
   */
  readonly serviceAccounts?: string[];
}

/** A service as its provider gives it: where it is, and how consumers enter it. */
export class Provision {
  /** Where the service is. */
  public readonly locator: Locator;
  /** How consumers enter it. */
  public readonly login?: Login;
  /** Who provides it; none if nobody but its owner does. */
  public readonly provider?: string;
  /** Database of the server that consumers use; none if the credential tells it, or the kind does. */
  public readonly database?: string;
  /** What clients are told of it besides where it is, by the words of its kind. */
  public readonly settings: Record<string, string>;
  /** How the variables are named that the workload which runs it gets; none if it gets no variables. */
  public readonly serverEnvNames?: EnvNames;
  /** Names of Kubernetes Services that an operator makes besides those that consumers dial. */
  public readonly furtherServices: string[];
  /** Names of Secrets that an operator makes besides those that consumers read. */
  public readonly furtherSecrets: string[];
  /** Names of ServiceAccounts that an operator's own pods run as. */
  public readonly serviceAccounts: string[];

  constructor(props: ProvisionProps) {
    acceptArguments('new Provision', [props]);
    this.locator = props.locator;
    this.login = props.login;
    this.provider = props.provider ?? props.locator.operator;
    this.database = props.database;
    this.settings = frozenMap(props.settings ?? {});
    this.serverEnvNames = props.serverEnvNames;
    this.furtherServices = frozenList(props.furtherServices ?? []);
    this.furtherSecrets = frozenList(props.furtherSecrets ?? []);
    this.serviceAccounts = frozenList(props.serviceAccounts ?? []);
  }
}

guard('Provision', Provision);
