import { frozenList } from '../private/frozen-copy';
import { BackingService } from './backing-service';
import { BindingDelivery } from './binding-delivery';
import { BindingEntry } from './binding-entry';
import { CredentialPart } from './credential-part';
import { DataAccess } from './data-access';
import { EnvNames } from './env-names';
import { NamedValue } from './named-value';
import { ISubject } from './subject';
import { askedEntries, entriesWithFiles, filesNamed, ToldBinding } from './told-binding';
import { IWorkload } from './workload-interface';

/**
 * What the workload that runs a service is told of it, so that server and clients read one password: the variables that the provider names, and no
 * other. It is no dependency: nobody calls anybody.
 *
 * @internal
 */
export class ServerBinding implements ToldBinding {
  /** Of a service whose provider names variables for its server; undefined of any other. */
  public static of(service: BackingService): ServerBinding | undefined {
    const { locator: { workload }, _provision: { serverEnvNames } } = service;
    return workload && serverEnvNames && new ServerBinding(service, workload, serverEnvNames);
  }

  public readonly delivery = BindingDelivery.VARIABLES;
  public readonly _isOfServer = true;
  private asked?: BindingEntry[];
  private named?: NamedValue[];

  private constructor(public readonly service: BackingService, public readonly consumer: IWorkload, public readonly envNames: EnvNames) {}

  public get name(): string {
    return this.service.name;
  }

  public get bindingType(): string {
    return this.service.bindingType;
  }

  public get path(): string {
    return this.service.path;
  }

  public get entries(): BindingEntry[] {
    const { consumer, path } = this;
    this.asked ??= askedEntries(this.service, { consumer, access: DataAccess.READ_WRITE, consumerGroups: [], reads: [], path });
    return this.asked;
  }

  public get variables(): NamedValue[] {
    this.named ??= frozenList(this.envNames._valuesOf(this, this.path, this));
    return this.named;
  }

  /** Those that a variable names: `POSTGRES_PASSWORD_FILE` by `{password:file}`. */
  public get files(): BindingEntry[] {
    const named = filesNamed(this.variables);
    return entriesWithFiles(this.entries, file => named.has(file));
  }

  public get containers(): string[] | undefined {
    return this.consumer.boundContainers;
  }

  public get _subject(): ISubject {
    return this.service;
  }

  public get _namedAt(): string {
    return this.path;
  }

  public get _secretName(): string {
    return `${this.consumer.name}-${this.name}`;
  }

  public get _told(): CredentialPart[] {
    const values = [...this.variables, ...this.files].map(({ value }) => value);
    return values.flatMap(({ parts }) => parts.flatMap(({ secret }) => secret ?? []));
  }
}
