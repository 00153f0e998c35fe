import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';

/** BST752 */
export const faultInProduction = ourCheck<ITopologyCheck>({
  code: 'BST752',
  title: 'fault-in-production',
  severity: Severity.ERROR,
  rationale: 'A fault that is made on purpose fails requests of people where a topology says that people depend on it, and lasts until somebody thinks of it. '
    + 'Source: https://istio.io/latest/docs/tasks/traffic-management/fault-injection/',
  fix: 'declare the fault in the stages for trials alone, or acknowledge it for as long as the trial lasts',

  check({ graph }) {
    if (!graph._isProduction) return [];
    return graph.services.flatMap(service => {
      const faulty = faultyRoutes(service);
      return faulty.length === 0 ? [] : Problem.of(
        service,
        `requests wait or fail on purpose, by route ${capped(faulty)}, and people depend on this topology`,
        'declare that where production is false, or acknowledge it with the end of the trial',
      );
    });
  },
});

/** Their numbers, from 1. */
function faultyRoutes({ routes }: BackingService): string[] {
  return routes.flatMap(({ options }, position) => options.fault ? [String(position + 1)] : []);
}
