import { fileURLToPath } from 'node:url';

/** The Maven module of our HAPI. */
export const HAPI_MODULE = fileURLToPath(new URL('../hapi', import.meta.url));

/** The Dockerfile of HAPI's published image with our interceptor. */
export const HAPI_IMAGE_FOLDER = fileURLToPath(new URL('../hapi-image', import.meta.url));

/** What the sandbox fetches and keeps between runs, outside version control. */
export const SANDBOX_CACHE = fileURLToPath(new URL('../../.sandbox', import.meta.url));
