// The words of the page where proofs are checked come with the page: they are not among those that every page waits for.
import { proofs as english } from './en.proofs.ts';
import { useLanguage } from './language.tsx';
import { proofs as chinese, type ProofTexts } from './zh-TW.proofs.ts';

export function useProofTexts(): ProofTexts {
  return useLanguage().language === 'en' ? english : chinese;
}
