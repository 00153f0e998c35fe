import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { differencesOfStages } from '../model/stages-of-app';

/** BST751 */
export const stageOfOtherTls = ourCheck<IAppCheck>({
  code: 'BST751',
  title: 'stage-of-other-tls',
  severity: Severity.WARNING,
  rationale: 'Clients take TLS from what they are told, so that no code has to change. But a client that meets a certificate for the first time in production may trust no authority by itself, or not '
    + 'verify the name, and nothing has tried it before. Source: https://12factor.net/dev-prod-parity',
  fix: 'serve TLS in all stages, or acknowledge that it differs',
  check: context => differencesOfStages(context, 'tls'),
});
