import { BindingValue } from './binding-value';
import { DataAccess } from './data-access';
import { IWorkload } from './workload-interface';

/** One thing that a consumer is told about a service: as a variable, as a file, or as both. */
export interface BindingEntry {
  /** What the consumer reads. */
  readonly value: BindingValue;
  /**
   * Last part of the environment variable: `URL` becomes `<BINDING>_URL`.
   *
   * @default - no variable
   */
  readonly variable?: string;
  /**
   * File name in the binding's folder, an entry of the Service Binding specification.
   *
   * @default - no file
   */
  readonly file?: string;
}

/** What a service is asked when it is bound to a consumer. */
export interface BindingRequest {
  /** The consumer. */
  readonly consumer: IWorkload;
  /** Folder that the binding's files will be found in, such as `/bindings/orders-db`. */
  readonly folder: string;
  /** What the consumer does with the service. */
  readonly access: DataAccess;
  /** Consumer groups that the consumer reads topics with, sorted. */
  readonly groups: string[];
}
