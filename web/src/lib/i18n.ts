import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import english from '@/lib/locales/en.json';

/**
 * The English sentence is the key, so code reads as the screen does; a locale file brings the other languages, and the
 * English one holds only what English itself bends, such as plurals.
 */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: english } },
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
  interpolation: { escapeValue: false },
});

export { i18next };
