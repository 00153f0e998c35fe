import { output } from '../harness/process';
import { ISTIO } from '../toolbox/istio';

/** What `istioctl analyze` says of an object. Codes: https://istio.io/latest/docs/reference/config/analysis/ */
export interface Finding {
  readonly code: string;
  /** As it names it: `VirtualService books/reviews`. */
  readonly object: string;
  readonly message: string;
}

/** Says nothing without the lines below it. */
const HEADING = /^Error: \d+ errors? occurred:$|" is valid$|" has warnings:$/;

/** What Istio's own validation says of files, line by line. Errors, warnings and remarks alike: only errors show in its exit code. */
export async function validate(files: readonly string[]): Promise<string[]> {
  const names = files.flatMap(file => ['--filename', file]);
  const text = await output(['sh', '-c', '"$0" validate "$@" 2>&1 || true', ISTIO.path('bin/istioctl'), ...names]);
  return text.split('\n').map(line => line.trim()).filter(line => line !== '' && !HEADING.test(line));
}

/**
 * What is wrong with a whole cluster, in all namespaces: without being told so it looks at `default` alone. Files without a cluster
 * (`--use-kube=false`) would not do: then it knows neither Services nor pods, and leaves out the 21 of its 36 analyses that need them.
 *
 * @param files what to take for applied, besides or in place of what the cluster has
 */
export async function analyze(kubeconfig: string, files: readonly string[] = []): Promise<Finding[]> {
  const text = await output([ISTIO.path('bin/istioctl'), 'analyze', '--kubeconfig', kubeconfig, '--all-namespaces', '--output', 'json', ...files]);
  const findings = JSON.parse(text) as { readonly code: string; readonly origin: string; readonly message: string }[];
  return findings.map(({ code, origin, message }) => ({ code, object: origin, message }));
}
