import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';
import { OnePerMeaning } from '../private/one-per-meaning';
import { quote, TopologyError } from '../private/topology-error';

const HASHES = new OnePerMeaning<ConsistentHash>();

/** Source: Envoy, api/envoy/extensions/load_balancing_policies/ring_hash/v3/ring_hash.proto (`minimum_ring_size`) */
const LARGEST_RING = 8_388_608;

/** Source: Envoy, api/envoy/extensions/load_balancing_policies/maglev/v3/maglev.proto (`table_size`) */
const LARGEST_TABLE = 5_000_011;

/** How a value is led to its endpoint. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB */
export class ConsistentHash {
  /**
   * A ring on which endpoints have places; when one comes or goes, few others are concerned.
   *
   * @param minimumRingSize places, at least; more spread more evenly, and take more memory
   * @default 1024
   * @throws BST010 if it is not in 1..8388608
   */
  public static ringHash(minimumRingSize: number = 1024): ConsistentHash {
    const size = assertWhole('minimumRingSize', minimumRingSize, [1, LARGEST_RING], 'ConsistentHash.ringHash');
    return HASHES.of(`ring ${size}`, () => new ConsistentHash('RING_HASH', size));
  }

  /**
   * A table of fixed size: found and built faster than a ring, and less stable when endpoints come and go.
   *
   * @param tableSize places; a prime number
   * @default 65537
   * @throws BST010 if it is no prime number below 5000011
   */
  public static maglev(tableSize: number = 65_537): ConsistentHash {
    const path = 'ConsistentHash.maglev';
    const size = assertPrime(assertWhole('tableSize', tableSize, [2, LARGEST_TABLE - 1], path), path);
    return HASHES.of(`table ${size}`, () => new ConsistentHash('MAGLEV', size));
  }

  private constructor(
    /** RING_HASH or MAGLEV. */
    public readonly algorithm: string,
    /** Places of the ring, at least, or of the table. */
    public readonly size: number,
  ) {
    lockMembers(this);
  }
}

guard('ConsistentHash', ConsistentHash);

/** Source: istio, pkg/config/validation/validation.go (`validateLoadBalancer`) */
function assertPrime(size: number, path: string): number {
  for (let divisor = 2; divisor * divisor <= size; divisor += 1) {
    if (size % divisor === 0) {
      throw new TopologyError({ code: 'BST010', path, problem: `tableSize ${quote(size)}: allowed is a prime number below ${LARGEST_TABLE}`, fix: 'give a prime number, such as 65537' });
    }
  }
  return size;
}
