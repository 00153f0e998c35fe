import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../build-tools/files';

/** Writes what was measured to docs/performance.md. */
export function writePage(table: readonly string[], limits: readonly string[]): void {
  writeFileSync(join(ROOT, 'docs/performance.md'), `# Performance

Written by \`npm run bench -- --write\` on ${cpus().length} cores with Node.js ${process.versions.node.split('.')[0]}: seconds of processors, of whole processes from their start,
the middle of several rounds in which all ways take turns. "x ÷" is what x took, in times of ours; s, MB and ms are ours. A dash stands where something was not tried, or
did not come to its end.

A service is six objects (Service, VirtualService, DestinationRule, PeerAuthentication, AuthorizationPolicy, NetworkPolicy) and calls two others. *Ours* declares that as a topology and
writes it with \`App\` of this package; *ours on cdk8s* with that of cdk8s. *cdk8s by hand* spells the same objects out; both and ours write the same bytes. *cdk8s-plus* has constructs for two of
the six, and leaves a little out. *helm template* renders the same objects from a chart and a list of services. *yaml*, *js-yaml* and *JSON.stringify* write the finished objects and
do nothing else.

${table.join('\n')}

What is held to, in the same run. *Making* is to declare, derive and check, against making the same objects with cdk8s by hand; *second synthesis* is that
of an app that has not changed, against the first in the same process; *start-up* is a cold synthesis of examples/shop
against an app of cdk8s-plus with nothing in it.

${limits.join('\n')}
`);
}
