// The words of verification by hand come with the page: they are not among those that every page waits for.
import { verifications as english } from './en.verifications.ts';
import { useLanguage } from './language.tsx';
import { verifications as chinese } from './zh-TW.verifications.ts';

export type VerificationTexts = typeof chinese;

export function useVerificationTexts(): VerificationTexts {
  return useLanguage().language === 'en' ? english : chinese;
}
