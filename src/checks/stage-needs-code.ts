import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { differencesOfStages } from '../model/stages-of-app';

/** BST750 */
export const stageNeedsCode = ourCheck<IAppCheck>({
  code: 'BST750',
  title: 'stage-needs-code',
  severity: Severity.ERROR,
  rationale: 'A backing service is attached: whichever provides it, code reads the same names and speaks the same protocol, so that what was tested in one stage is what runs in the next. '
    + 'Topologies that say one `stageOf` are compared with the first of them. Source: https://12factor.net/backing-services, https://12factor.net/dev-prod-parity',
  fix: 'declare the same in all stages, and let the provider alone differ',
  check: context => differencesOfStages(context, 'code'),
});
