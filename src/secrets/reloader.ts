import { ApiObject } from 'cdk8s';
import { WorkloadResource } from '../pods/workload-resource';
import { distinct } from '../private/distinct';
import { member, textMember } from '../private/manifest-member';
import { byCodePoint } from '../private/names';
import { podTemplatePath } from '../private/pod-template';
import { podsAtMost } from '../private/pods-at-most';

/** Restarts pods when one of these Secrets changes. Source: https://github.com/stakater/Reloader/blob/v1.4.0/README.md */
const RELOAD = 'secret.reloader.stakater.com/reload';

/** Each asks Reloader for all Secrets that pods read. */
const AUTO = ['reloader.stakater.com/auto', 'secret.reloader.stakater.com/auto'];

/** What keeps pods running and can start them anew; those of Jobs read what there is when they begin. */
const KEPT: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);

/** Whether pods run until somebody restarts them. */
export function isKept({ made }: WorkloadResource): boolean {
  return KEPT.has(ApiObject.of(made).kind);
}

/** Asks Reloader to restart pods when one of these Secrets changes, besides those that are asked for already. */
export function reloadOn({ made }: WorkloadResource, secrets: readonly string[]): void {
  const { metadata } = ApiObject.of(made);
  metadata.addAnnotation(RELOAD, distinct([...namedIn(metadata.toJson()), ...secrets]).sort(byCodePoint).join(','));
}

/** Whether Reloader is asked to restart pods when any of these Secrets changes, by whomever. */
export function isReloaded({ made }: WorkloadResource, secrets: readonly string[]): boolean {
  const manifest: unknown = ApiObject.of(made).toJson();
  const asked = [member(manifest, 'metadata'), member(manifest, ...podTemplatePath(manifest) ?? [], 'metadata')];
  return asked.some(metadata => AUTO.some(key => textMember(metadata, 'annotations', key) === 'true')
    || secrets.every(secret => namedIn(metadata).includes(secret)));
}

/** Whether pods are started anew one after another, so that some serve all the time. */
export function isReplacedInTurn({ made }: WorkloadResource): boolean {
  const manifest: unknown = ApiObject.of(made).toJson();
  if (textMember(manifest, 'spec', 'strategy', 'type') === 'Recreate' || textMember(manifest, 'spec', 'updateStrategy', 'type') === 'OnDelete') return false;
  const count = podsAtMost(manifest);
  return count === undefined || count.most > count.steady || count.steady > 1;
}

function namedIn(metadata: unknown): string[] {
  return (textMember(metadata, 'annotations', RELOAD) ?? '').split(',').map(name => name.trim()).filter(name => name !== '');
}
