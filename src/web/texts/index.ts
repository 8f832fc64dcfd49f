export { LanguageProvider, useLanguage, useTexts, type Language } from './language.tsx';
export { useProofTexts } from './use-proof-texts.ts';
export { useRegulationTexts } from './use-regulation-texts.ts';
export type { ProofTexts } from './zh-TW.proofs.ts';
export type { RegulationTexts } from './zh-TW.regulations.ts';
export type { Texts } from './zh-TW.ts';
