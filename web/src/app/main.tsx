import '@fontsource-variable/hanken-grotesk/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app';
import { i18next } from '@/lib/i18n';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The language of the words, which a screen reader speaks in; figures and dates follow the organization's locale.
const speak = (language: string) => (document.documentElement.lang = language);
speak(i18next.language);
i18next.on('languageChanged', speak);

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
