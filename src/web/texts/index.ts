export { LanguageProvider, useLanguage, useTexts, type Language } from './language.tsx';
export type { Texts } from './zh-TW.ts';
