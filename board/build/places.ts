import { fileURLToPath } from 'node:url';

/** Where the built board stands; never committed. */
export const BOARD_FOLDER = fileURLToPath(new URL('../../dist/board/', import.meta.url));

/** What the gateway replaces in `index.html`, at each answer, by a nonce of its own. */
export const NONCE_PLACE = '__NONCE__';
