import { Enforcement } from '../model/enforcement';
import { TopologyGraph } from '../model/topology-graph';
import { Acknowledgements } from './acknowledgements';
import { CheckList } from './check-list';

/** A topology, as far as judging it needs it. @internal */
export interface JudgedTopology {
  readonly path: string;
  readonly _checks: CheckList;
  readonly _acknowledgements: Acknowledgements;
  /** Whether anything else than judging has read it. */
  readonly _read: boolean;
  /** What each output that read it carries of it. */
  readonly _enforcements: Enforcement[];
  /** The graph as it is now; a topology that no output has read stays open. */
  _peek(): TopologyGraph;
}
