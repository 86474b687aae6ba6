import { fileURLToPath } from 'node:url';

/** The registry of the sandbox: invented centres and partners. */
export const SANDBOX_REGISTRY = fileURLToPath(new URL('./registry.yaml', import.meta.url));
