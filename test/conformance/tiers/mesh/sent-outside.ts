import { Load, Outcome, Seen } from '../../pod-program/orders';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

/** Sends a request, and looks what came to the host; afterwards the host answers as at the start. */
export async function sentOutside(
  world: MeshWorld, pod: string, host: keyof typeof THIRD_PARTIES, load: Load,
): Promise<Pick<Outcome, 'statuses'> & { readonly seen: Seen }> {
  const port = { address: THIRD_PARTIES[host], port: 443 };
  const { statuses } = await world.pod(pod).ask('send', load);
  const seen = await world.outside.ask('seen', port);
  await world.outside.ask('forget', port);
  return { statuses, seen };
}
