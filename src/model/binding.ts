import { BackingService } from './backing-service';
import { BindingEntry } from './binding-entry';
import { BINDING_ROOT, variableName } from './binding-name';
import { DataAccess } from './data-access';
import { Dependency } from './dependency';
import { IWorkload } from './workload-interface';

/** All that one workload is told about one service: one binding, however many dependencies there are. */
export class Binding {
  /** The consumer. */
  public readonly consumer: IWorkload;
  /** The service. */
  public readonly service: BackingService;
  /** Name of the binding. */
  public readonly name: string;
  /** The dependencies that it serves, sorted by path; at least one. */
  public readonly dependencies: Dependency[];

  constructor(dependencies: Dependency[]) {
    this.dependencies = dependencies;
    this.consumer = dependencies[0].source;
    this.service = dependencies[0].service;
    this.name = dependencies.find(dependency => dependency.policy.bindingName !== undefined)?.policy.bindingName ?? this.service.name;
  }

  /** Folder that its files are found in. */
  public get folder(): string {
    return `${BINDING_ROOT}/${this.name}`;
  }

  /** Consumer groups that topics are read with, sorted. */
  public get groups(): string[] {
    return [...new Set(this.dependencies.flatMap(dependency => dependency.policy.group ?? []))].sort();
  }

  /** What the consumer does with the data: read-only if all its dependencies are. */
  public get access(): DataAccess {
    const readOnly = this.dependencies.every(dependency => dependency.policy.access === DataAccess.READ_ONLY);
    return readOnly ? DataAccess.READ_ONLY : DataAccess.READ_WRITE;
  }

  /** What the consumer reads, in the service's order. */
  public get entries(): BindingEntry[] {
    return this.service.bind({ consumer: this.consumer, folder: this.folder, access: this.access, groups: this.groups });
  }

  /** Environment variable of an entry that has one. */
  public variableOf(entry: BindingEntry): string | undefined {
    return entry.variable === undefined ? undefined : variableName(this.name, entry.variable);
  }
}
