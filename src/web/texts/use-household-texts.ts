// The words of the household data's pages come with the pages: they are not among those that every page waits for.
import { households as english } from './en.households.ts';
import { useLanguage } from './language.tsx';
import { households as chinese } from './zh-TW.households.ts';

export type HouseholdTexts = typeof chinese;

export function useHouseholdTexts(): HouseholdTexts {
  return useLanguage().language === 'en' ? english : chinese;
}
