import { Tier } from './harness/tier';
import { ACCEPTED } from './tiers/accepted/tier';
import { KAFKA_TIER } from './tiers/kafka/tier';
import { MESH } from './tiers/mesh/tier';
import { NETWORK } from './tiers/network/tier';
import { RANDOM } from './tiers/random/tier';
import { STORES } from './tiers/stores/tier';
import { UNDERSTOOD } from './tiers/understood/tier';

/** Every tier, in the order in which they are run: what fails early explains what fails later. */
export const TIERS: readonly Tier[] = [ACCEPTED, UNDERSTOOD, RANDOM, MESH, KAFKA_TIER, STORES, NETWORK];
