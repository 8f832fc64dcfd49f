// The words of the page on the service's use come with the page: they are not among those that every page waits for.
import { serviceUse as english } from './en.service-use.ts';
import { useLanguage } from './language.tsx';
import { serviceUse as chinese } from './zh-TW.service-use.ts';

export type ServiceUseTexts = typeof chinese;

export function useServiceUseTexts(): ServiceUseTexts {
  return useLanguage().language === 'en' ? english : chinese;
}
