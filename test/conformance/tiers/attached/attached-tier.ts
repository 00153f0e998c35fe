import { App } from 'cdk8s';
import { ROOT_RIGHTS } from '../../harness/isolation';
import { Manifests } from '../../harness/manifests';
import { Row } from '../../harness/row';
import { Tier } from '../../harness/tier';
import { Component } from '../../toolbox/component';
import { BUBBLEWRAP, OPENSSL } from '../../toolbox/debian';
import { EXTERNAL_SECRETS_TEMPLATES } from '../../toolbox/external-secrets';
import { NODE_CLIENTS } from '../../toolbox/node-clients';
import { PYTHON } from '../../toolbox/python';
import { AttachedService, AttachedWorld } from './attached-world';

/** One kind of backing service, and real clients that know their container's variables and files alone. */
export interface AttachedTierProps {
  /** What `--only` takes: the name of the server. */
  readonly name: string;
  /** The server and the client libraries, with versions. */
  readonly real: readonly string[];
  /** What stands in for a part of the server. @default - none */
  readonly standIns?: readonly string[];
  /** What they need besides the usual. */
  readonly needs: readonly Component[];
  /** Declares consumers and their credentials. */
  readonly declare: (app: App) => void;
  readonly service: AttachedService;
  readonly rows: readonly Row<AttachedWorld>[];
  /** Whether they are dear to build. @default false */
  readonly isNightly?: boolean;
}

/** A tier of its own for each kind of server: one that is missing here skips no other. */
export function attachedTier({ name, real, standIns = [], needs, declare, service, rows, isNightly }: AttachedTierProps): Tier<AttachedWorld> {
  return {
    name,
    real: [...real, 'the template engine of External Secrets 0.20.4'],
    standIns: ['the kubelet', 'the controller of External Secrets', 'DNS', ...standIns],
    needs: [ROOT_RIGHTS, OPENSSL, BUBBLEWRAP, EXTERNAL_SECRETS_TEMPLATES, PYTHON, NODE_CLIENTS, ...needs],
    manifests: () => Manifests.synthesized(declare),
    open: isAsked => AttachedWorld.open(service, isAsked),
    rows,
    isNightly,
  };
}
