import { App, Chart } from 'cdk8s';
import { ChartResources } from '../../src/pulumi';
import { record, Registration } from './recording';

const COMPONENT = 'cdk8s-backing-services:pulumi:ChartResources';

/** URN of the component that `childrenOf` creates. */
export const COMPONENT_URN = `urn:pulumi:stack::project::${COMPONENT}::shop`;

/** A chart of an app of its own. */
export function shopChart(): Chart {
  return new Chart(new App(), 'shop', { disableResourceNameHashes: true });
}

/** URN of an object's resource. */
export function urnOf(type: string, path: string): string {
  return `urn:pulumi:stack::project::${COMPONENT}$${type}::${path}`;
}

/** What is registered below the component, which always comes first. */
export async function childrenOf(chart: Chart): Promise<Registration[]> {
  const { registrations, error } = await record(() => new ChartResources('shop', { chart }));
  expect(error).toBeUndefined();
  expect(registrations[0]).toMatchObject({ type: COMPONENT, name: 'shop' });
  return registrations.slice(1);
}
