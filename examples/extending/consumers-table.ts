import { TopologyDocument } from 'cdk8s-backing-services';

/** A text of one's own: who has to be asked before a service changes, as a Markdown table. */
export function consumersTable({ services, workloads, dependencies }: TopologyDocument): string {
  const names = new Map(workloads.map(({ path, name }) => [path, name]));
  const rows = services.map(({ path, name, locator }) => {
    const consumers = dependencies.filter(({ service }) => service === path).map(({ source }) => names.get(source)!);
    return `| ${name} | ${locator.owner} | ${[...new Set(consumers)].sort().join(', ')} |`;
  });
  return ['| service | owner | consumers |', '|---|---|---|', ...rows, ''].join('\n');
}
