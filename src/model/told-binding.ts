import { accept } from '../private/boundary';
import { frozenList } from '../private/frozen-copy';
import { byCodePoint } from '../private/names';
import { BackingService } from './backing-service';
import { BindingDelivery } from './binding-delivery';
import { BindingEntry } from './binding-entry';
import { BindingRequest, ChannelRead } from './binding-request';
import { assertEntered, assertEntries } from './binding-rules';
import { CredentialPart } from './credential-part';
import { DataAccess } from './data-access';
import { EnvNames, INamedBinding } from './env-names';
import { NamedValue } from './named-value';
import { ISubject } from './subject';
import { IWorkload } from './workload-interface';

/** What a workload is told about one service, as what tells it sees that: as a consumer, or as the one that runs the service. @internal */
export interface ToldBinding extends INamedBinding {
  /** The workload. */
  readonly consumer: IWorkload;
  readonly service: BackingService;
  /** Where it is declared. */
  readonly path: string;
  readonly variables: NamedValue[];
  readonly files: BindingEntry[];
  readonly envNames: EnvNames;
  readonly delivery: BindingDelivery;
  /** Names of the containers that get it; undefined if all do. */
  readonly containers?: string[];
  /** What a finding about it is about. */
  readonly _subject: ISubject;
  /** Whether it tells the workload that runs the service. */
  readonly _isOfServer: boolean;
  readonly _namedAt: string;
  readonly _secretName: string;
  readonly _told: CredentialPart[];
}

/** Who asks a service, and for what. @internal */
export interface Asking {
  readonly consumer: IWorkload;
  readonly access: DataAccess;
  readonly consumerGroups: string[];
  readonly reads: readonly ChannelRead[];
  readonly transactionalIdPrefix?: string;
  readonly path: string;
}

/** What a service tells who asks, in its order. Throws BST801, BST019 or BST021 if its kind answers what no container can be given. */
export function askedEntries(service: BackingService, asking: Asking): BindingEntry[] {
  const { consumer, access, consumerGroups, reads, transactionalIdPrefix, path } = asking;
  const credential = service.login?.credentialFor(consumer, access);
  if (service.login) accept('Credential', credential, 'what credentialFor() of the Login gives', path);
  const entries = service.bind(BindingRequest._of(consumer, access, consumerGroups, credential)._reading(reads, transactionalIdPrefix));
  accept('BindingEntry[]', entries, 'what bind() of the service gives', path);
  if (credential) assertEntered(entries, credential, path);
  return assertEntries(frozenList(entries), path, service.login !== undefined);
}

/** Names of the files that stand in variables. */
export function filesNamed(variables: readonly NamedValue[]): ReadonlySet<string> {
  return new Set(variables.flatMap(({ value }) => value.parts.flatMap(({ file }) => file ?? [])));
}

/** The entries that have a file which is due, sorted by its name. */
export function entriesWithFiles(entries: readonly BindingEntry[], isDue: (file: string) => boolean): BindingEntry[] {
  return entries.filter(({ file }) => file !== undefined && isDue(file)).sort((a, b) => byCodePoint(a.file!, b.file!));
}
