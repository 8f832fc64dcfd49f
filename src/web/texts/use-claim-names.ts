// The names of claims come with the verification platform's pages: they are not among the words that every page waits for.
import { claims as english } from './en.claims.ts';
import { useLanguage } from './language.tsx';
import { claims as chinese } from './zh-TW.claims.ts';

export function useClaimNames(): typeof chinese {
  return useLanguage().language === 'en' ? english : chinese;
}
