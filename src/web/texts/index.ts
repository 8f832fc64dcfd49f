export { LanguageProvider, useLanguage, useTexts, type Language } from './language.tsx';
export { useRegulationTexts } from './use-regulation-texts.ts';
export type { RegulationTexts } from './zh-TW.regulations.ts';
export type { Texts } from './zh-TW.ts';
