// What may be asked of a person (NV-2.4), in English.
import type { claims as chinese } from './zh-TW.claims.ts';

export const claims: typeof chinese = {
  'county-resident': 'Resident of the county',
  indigenous: 'Indigenous',
  'elderly-living-alone': 'Elderly living alone',
  disability: 'Disability',
  'low-income': 'Low-income household',
  'name-matches': 'Name matches',
  'birth-date-matches': 'Birth date matches',
};
