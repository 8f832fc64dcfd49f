export { ForeignSnapshot, LookupOverloaded, NoSnapshot } from './faults.ts';
export type { Households, LookedUp, PersonAsked } from './households.ts';
export { openHouseholds, type HouseholdOptions } from './open-households.ts';
export type { Digest, PersonDigests } from './person-digests.ts';
