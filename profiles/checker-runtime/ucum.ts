/** Whether a code has the form of a UCUM unit. */
export const isUcumUnit = (code: string): boolean => /^[!-~]+$/.test(code);
