import { buildGo, GO } from './go';
import { PinnedTool } from './pinned-tool';

/** The API server says its version only if the build tells it. */
const VERSION = 'k8s.io/component-base/version';

export const KUBE_APISERVER = new PinnedTool({
  name: 'kube-apiserver 1.36.3',
  declaredIn: 'kubernetes',
  make: (declaration, into) => buildGo(declaration, into, 'tool', `-X ${VERSION}.gitVersion=v1.36.3 -X ${VERSION}.gitMajor=1 -X ${VERSION}.gitMinor=36`),
  install: GO,
});

export const ETCD = new PinnedTool({
  name: 'etcd',
  declaredIn: 'etcd',
  make: (declaration, into) => buildGo(declaration, into, 'tool'),
  install: GO,
});
