/** ISO 4217 as the platform's own data (CLDR) have it, past currencies among them. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether this is a currency: three capital letters of ISO 4217. */
export const isCurrency = (code: string): boolean => CURRENCIES.has(code);
