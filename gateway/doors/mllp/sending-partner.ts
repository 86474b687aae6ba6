import type { Header } from '../../../mappings/dialects/hl7v2/header.ts';
import type { Partner, Registry } from '../../registry.ts';

/** Who is at the other end of a connection, as far as the connection itself tells. */
export interface Caller {
  /** The address that it comes from. */
  readonly address: string;
  /** Names in the certificate that it presented and that our authority signed; absent where none was asked for. */
  readonly certificateNames?: readonly string[];
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);

/** Whether an address is this machine itself. */
export const isLoopback = (address: string): boolean => LOOPBACK.has(address) || address === 'localhost';

/** The partners that may speak on this connection: by its certificate, else by its address; from this machine itself, those that have neither. */
export function partnersOn(registry: Registry, { address, certificateNames }: Caller): readonly Partner[] {
  return registry.partners.filter(({ dialect, hl7v2 }) => {
    if (dialect !== 'hl7v2' || hl7v2 === undefined) return false;
    if (hl7v2.certificateName !== undefined) return certificateNames?.includes(hl7v2.certificateName) ?? false;
    return hl7v2.addresses?.includes(address) ?? isLoopback(address);
  });
}

/**
 * Of the partners that may speak here, the one whose application and facility stand in MSH-3 and MSH-4: whole, or else by their first components.
 * Where two are so named nobody can tell which of them speaks, and it is neither.
 */
export function sendingPartner(allowed: readonly Partner[], { sender }: Header): Partner | undefined {
  const named = (says: (components: readonly string[], name: string) => boolean): readonly Partner[] =>
    allowed.filter(
      ({ hl7v2 }) =>
        hl7v2 !== undefined && says(sender.application, hl7v2.application) && says(sender.facility, hl7v2.facility),
    );
  const whole = named(isWhole);
  const [partner, ...others] = whole.length > 0 ? whole : named(isNamed);
  return others.length === 0 ? partner : undefined;
}

const isWhole = (components: readonly string[], name: string): boolean =>
  components.join('^').replace(/(?<!\^)\^+$/, '') === name;

/** An HD by its first component, or whole. */
const isNamed = (components: readonly string[], name: string): boolean =>
  components[0] === name || isWhole(components, name);
