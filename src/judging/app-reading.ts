import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { EmittedObject } from '../model/emitted-object';
import { EmittedObjects } from '../model/emitted-objects';
import { isBranded } from '../private/brand';
import { isEmitted } from '../private/emitted-mark';
import { byCodePoint } from '../private/names';
import { walk } from '../private/walk';
import { JudgedTopology } from './judged-topology';
import { fileOf, outputTypeOf } from './object-file';
import { identityOf } from './object-identity';

/** What an app holds, found in one walk: its topologies, sorted by path, and its objects. @internal */
export class AppReading {
  public readonly topologies: readonly JudgedTopology[];
  public readonly objects: EmittedObjects;
  /** Number of constructs. */
  public readonly constructs: number;

  constructor(root: IConstruct) {
    const topologies: JudgedTopology[] = [];
    const objects: EmittedObject[] = [];
    const outputType = outputTypeOf(root);
    let constructs = 0;
    walk(root, (construct, path) => {
      constructs += 1;
      if (ApiObject.isApiObject(construct)) objects.push(emittedObject(construct, path, outputType));
      else if (isBranded(construct, 'Topology')) topologies.push(construct as unknown as JudgedTopology);
    });
    this.topologies = topologies.sort((a, b) => byCodePoint(a.path, b.path));
    this.objects = new EmittedObjects(objects);
    this.constructs = constructs;
  }
}

function emittedObject(object: ApiObject, path: string, outputType: unknown): EmittedObject {
  return EmittedObject._of({ ...identityOf(object), file: fileOf(object, outputType) }, path, !isEmitted(object), object);
}
