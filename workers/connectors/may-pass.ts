const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether an HTTP status says that the same request may succeed later. */
export const mayPass = (status: number): boolean => TRANSIENT.has(status);
