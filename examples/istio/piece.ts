import { IstioVersion, Mesh, Platform, ReleaseChannel } from 'cdk8s-backing-services';
import { Manifest, Synthesized } from '../synthesized';
import { Shop, shopIn } from './shop';

/** One thing that can be declared of a mesh. */
export interface Piece {
  readonly title: string;
  /** What it is for. */
  readonly about: string;
  /** Returns the mesh where something is said of it as a whole. */
  readonly declare: (shop: Shop) => Mesh | undefined;
  /** Which CRDs of the Gateway API there are. @default - the standard ones */
  readonly channel?: ReleaseChannel;
  /** What is shown of what comes out: objects, as `Kind name` or `Kind namespace/name`, each with the members of its spec; without any, with all. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
  /** What was observed on a running mesh, as docs/conformance.md says it. */
  readonly observed: readonly string[];
  /** The version of Istio that it needs, where it is not for every one. */
  readonly needs?: IstioVersion;
  /** Findings that are reported of it, by their codes: what is a warning on purpose. */
  readonly reported?: readonly string[];
}

/** What comes of a piece. */
export function synthesized({ declare, channel }: Piece): Synthesized {
  return new Synthesized('shop', 'shop', chart => {
    const shop = shopIn(chart);
    const mesh = declare(shop) ?? Mesh.istio();
    new Platform(chart, 'platform', { topology: shop.topology, mesh, gatewayApiChannel: channel });
    return shop.topology;
  });
}

/** What is shown of it, in the order in which the piece names it. */
export function shownOf(piece: Piece): object[] {
  const { objects } = synthesized(piece);
  return Object.entries(piece.shown).map(([reference, members]) => {
    const found = objects.filter(object => referenceOf(object, reference.includes('/')) === reference);
    if (found.length !== 1) throw new Error(`${piece.title}: ${found.length} objects are ${reference}, of ${objects.map(object => referenceOf(object, true)).join(', ')}`);
    return shownParts(found[0], members);
  });
}

function referenceOf({ kind, metadata: { namespace, name } }: Manifest, withNamespace: boolean): string {
  return `${kind} ${withNamespace ? `${namespace}/` : ''}${name}`;
}

/** Who sees an object is the same for all that a namespace's callers need, and is left out. */
function shownParts({ kind, metadata, spec }: Manifest, members: readonly string[]): object {
  const { name, namespace, annotations } = metadata;
  const missing = members.filter(member => !(member in spec));
  if (missing.length > 0) throw new Error(`${kind} ${name} has no ${missing.join(', ')} but ${Object.keys(spec).join(', ')}`);
  const kept = members.length > 0 ? members : Object.keys(spec).filter(member => member !== 'exportTo');
  const shown = Object.fromEntries(kept.map(member => [member, spec[member]]));
  return { kind, metadata: { name, namespace, ...annotations && { annotations } }, spec: shown };
}
