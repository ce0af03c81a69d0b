/** The panel's own words in both languages. */
import type { Language } from '../course/exercise';
import { en } from './strings/en';
import { ko } from './strings/ko';

/** Every string of the panel. */
export type Strings = typeof en;

/** The words of a language. */
export function stringsOf(language: Language): Strings {
  return language === 'ko' ? ko : en;
}
