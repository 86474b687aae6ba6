import { createInstance, type i18n } from 'i18next';
import { ALL_TEXTS, LANGUAGES, type Language, type Namespace } from './all-texts.ts';

/** Both languages, at once: they are small, and a change of language asks nothing of the network. */
export async function startTexts(language: Language): Promise<i18n> {
  const texts = createInstance();
  await texts.init({
    lng: language,
    supportedLngs: [...LANGUAGES],
    fallbackLng: false,
    defaultNS: 'shell',
    ns: Object.keys(ALL_TEXTS),
    resources: { fr: resourcesIn('fr'), en: resourcesIn('en') },
    // React escapes.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}

const resourcesIn = (language: Language) =>
  Object.fromEntries(Object.entries(ALL_TEXTS).map(([namespace, texts]) => [namespace as Namespace, texts[language]]));
