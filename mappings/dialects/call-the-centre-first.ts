type Language = 'fr' | 'en';

const WORDS: Readonly<Record<Language, (telephone: string | undefined) => string>> = {
  fr: (telephone) =>
    `Appelez d’abord le centre${telephone === undefined ? '' : ` : ${telephone}`}. Ne joignez pas la famille autrement.`,
  en: (telephone) =>
    `Call the centre first${telephone === undefined ? '' : `: ${telephone}`}. Do not reach the family any other way.`,
};

/** What a message says first where its dialect has no place for the safe contact, in its recipient's language (fhir.md §2). */
export const callTheCentreFirst = (language: Language, telephone: string | undefined): string =>
  WORDS[language](telephone);

const SAID =
  /^(?:Appelez d’abord le centre(?: : .{1,40})?\. Ne joignez pas la famille autrement\.|Call the centre first(?:: .{1,40})?\. Do not reach the family any other way\.)$/u;

/** Whether these are our own words: read back they are no words of the sender. */
export const isCallTheCentreFirst = (text: string | undefined): boolean => text !== undefined && SAID.test(text);
