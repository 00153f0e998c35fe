import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';

/** Whether an object has all of these members; for classes that carry no mark, and of which there may be two copies. */
const having = (...members: string[]) => (value: object) => members.every(member => member in value);

/** How to recognise an object of a class of another package that the public API takes. */
const RECOGNIZED: Readonly<Record<string, (value: object) => boolean>> = {
  'cdk8s.ApiObject': ApiObject.isApiObject,
  'cdk8s.App': value => Construct.isConstruct(value) && having('outdir', 'synth')(value),
  'cdk8s.AppProps': value => !Array.isArray(value) && !Construct.isConstruct(value),
  'cdk8s.Chart': Chart.isChart,
  'cdk8s.Duration': having('toMilliseconds', 'toHumanString'),
  'cdk8s.Size': having('toKibibytes', 'toMebibytes'),
  'constructs.Construct': Construct.isConstruct,
  'constructs.IConstruct': Construct.isConstruct,
};

/** Whether a value is of a class of another package, named `package.Class`. */
export function isForeign(type: string, value: object): boolean {
  return Boolean(RECOGNIZED[type](value));
}

/** The classes of other packages that can be recognized. */
export const FOREIGN_CLASSES: readonly string[] = Object.keys(RECOGNIZED);
