import { AppContext } from '../model/app-context';
import { IAppCheck, ITopologyCheck } from '../model/check';
import { CheckContext } from '../model/check-context';
import { quote, TopologyError } from '../private/topology-error';
import { AddedCheck, Check } from './added-check';

/** The checks of a topology, each once. @internal */
export class CheckList {
  private readonly ofTopology = new Map<ITopologyCheck, AddedCheck<CheckContext>>();
  private readonly ofApp = new Map<IAppCheck, AddedCheck<AppContext>>();
  private readonly titles = new Map<string, string>();

  /** Those of all checks. */
  public get codes(): string[] {
    return [...this.titles.keys()];
  }

  /** The checks of the topology alone, in the order in which they were added. */
  public get topologyChecks(): AddedCheck<CheckContext>[] {
    return [...this.ofTopology.values()];
  }

  /** The checks of the whole app, in the order in which they were added. */
  public get appChecks(): AddedCheck<AppContext>[] {
    return [...this.ofApp.values()];
  }

  /** Throws BST015 if the check cannot be used, or if its code is that of another rule. */
  public add(check: ITopologyCheck, path: string): void {
    this.addTo(this.ofTopology, check, path);
  }

  /** As `add`, for a check of the whole app. */
  public addForApp(check: IAppCheck, path: string): void {
    this.addTo(this.ofApp, check, path);
  }

  private addTo<Context>(list: Map<Check<Context>, AddedCheck<Context>>, check: Check<Context>, path: string): void {
    if (list.has(check)) return;
    const added = new AddedCheck(check, path);
    const title = this.titles.get(added.code) ?? added.title;
    if (title !== added.title) {
      throw new TopologyError({
        code: 'BST015',
        path,
        problem: `check ${quote(added.title)} has the code ${added.code}, which is that of ${quote(title)}`,
        fix: 'give each check a code of its own',
      });
    }
    this.titles.set(added.code, title);
    list.set(check, added);
  }
}
