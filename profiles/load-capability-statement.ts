import { readFileSync } from 'node:fs';

const FILE = new URL('./compiled/CapabilityStatement-gateway.json', import.meta.url);

/** What our package says that the gateway's FHIR side can do; read when called. */
export const loadCapabilityStatement = (): fhir4.CapabilityStatement => JSON.parse(readFileSync(FILE, 'utf8'));
