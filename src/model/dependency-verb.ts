import { InteractionModel } from './interaction-model';

/** The verb of a dependency; it decides what is derived from it. */
export enum DependencyVerb {
  /** Sends requests to a service. */
  CALLS = 'calls',
  /** Keeps data in a store. */
  USES = 'uses',
  /** Writes messages to a channel. */
  PUBLISHES = 'publishes',
  /** Reads messages from a channel. */
  CONSUMES = 'consumes',
}

/** Whether a workload waits for an answer to what it does; messages have none, and of a call its interaction tells. */
export function isAwaited(verb: DependencyVerb, interaction = InteractionModel.REQUEST_RESPONSE): boolean {
  return (verb === DependencyVerb.CALLS || verb === DependencyVerb.USES) && interaction === InteractionModel.REQUEST_RESPONSE;
}
