import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts } from './counts';
import { sentOutside } from './sent-outside';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const OF_ANY = 'objects.objects.example.com.any';

/** Third parties at more names than their locator tells. */
export const FURTHER_HOST_ROWS: readonly Row<MeshWorld>[] = [
  reached('furtherHosts with "*.": at a name below it the mesh starts TLS, and names the host that the request is for', 'photos.objects.example.com', 'http',
    mutate({ kind: 'ServiceEntry', name: OF_ANY }, 'TLS at the port that is dialled', ({ spec }) => { delete spec.ports[0].targetPort; })),
  reached('furtherHosts: at a further name the mesh starts TLS, and names it', 'objects.example.net', 'http',
    mutate({ kind: 'DestinationRule', name: 'objects.objects.example.net' }, 'the name of the first host', ({ spec }) => { spec.trafficPolicy.tls.sni = 'objects.example.com'; })),
  reached('furtherHosts beside it: the host of the locator is reached as without', 'objects.example.com', 'http',
    mutate({ kind: 'ServiceEntry', name: 'objects' }, 'another host', ({ spec }) => { spec.hosts = ['other.example.com']; })),
  reached('furtherHosts with "*." and TlsOrigination.CLIENT: TLS that the consumer starts is passed on by the name that it sends', 'old.archive.example.com', 'https',
    mutate({ kind: 'ServiceEntry', name: 'archive.archive.example.com.any' }, 'another domain', ({ spec }) => { spec.hosts = ['*.other.example.com']; })),
  {
    behaviour: 'a server below a wildcard that proves another name than that of the request gets no request',
    async observe(world) {
      const { statuses, seen } = await sentOutside(world, 'caller', 'forged.objects.example.com', { url: 'http://forged.objects.example.com' });
      return { seen: `${counts(statuses)}, ${seen.requests} requests outside`, holds: all({ statuses }, 1, '503') && seen.requests === 0 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: OF_ANY }, 'nothing is verified', ({ spec }) => {
      spec.trafficPolicy.portLevelSettings[0].tls = { mode: 'SIMPLE', insecureSkipVerify: true };
    }),
  },
  {
    behaviour: 'what is said of requests holds at a name below a wildcard too: they are repeated as declared',
    async observe(world) {
      await world.outside.ask('answer', { address: THIRD_PARTIES['photos.objects.example.com'], port: 443, status: 503 });
      const { statuses, seen } = await sentOutside(world, 'caller', 'photos.objects.example.com', { url: 'http://photos.objects.example.com' });
      return { seen: `${counts(statuses)} after ${seen.requests} tries`, holds: seen.requests === 3 };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: OF_ANY }, 'no attempts', ({ spec }) => { spec.http[0].retries = { attempts: 0 }; }),
  },
];

function reached(behaviour: string, host: keyof typeof THIRD_PARTIES, scheme: 'http' | 'https', brokenBy: Row<MeshWorld>['brokenBy']): Row<MeshWorld> {
  return {
    behaviour,
    async observe(world) {
      const { statuses, seen } = await sentOutside(world, 'caller', host, { url: `${scheme}://${host}` });
      return { seen: `${counts(statuses)}, TLS for ${seen.serverNames.join()}`, holds: all({ statuses }, 1, '200') && seen.serverNames.join() === host };
    },
    brokenBy,
  };
}
