// The words of the regulations' pages come with the pages: they are not among those that every page waits for.
import { regulations as english } from './en.regulations.ts';
import { useLanguage } from './language.tsx';
import { regulations as chinese, type RegulationTexts } from './zh-TW.regulations.ts';

export function useRegulationTexts(): RegulationTexts {
  return useLanguage().language === 'en' ? english : chinese;
}
