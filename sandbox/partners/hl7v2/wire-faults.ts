/** What an MLLP peer gets wrong that HTTP does not know. */
export const WIRE_FAULTS = {
  none: { fr: 'Aucune', en: 'None' },
  reject: { fr: 'Refuse le message (CR)', en: 'Rejects the message (CR)' },
  garbage: { fr: 'Répond n’importe quoi', en: 'Answers garbage' },
  'single-bytes': { fr: 'Écrit octet par octet', en: 'Writes byte by byte' },
  'five-times': { fr: 'Envoie cinq fois, dans un même paquet', en: 'Sends five times, in one packet' },
} as const;

export type WireFault = keyof typeof WIRE_FAULTS;

/** The present fault; one with a number of times ends by itself. */
export interface WireFaults {
  set(fault: WireFault, times?: number): void;
  take(): WireFault;
}

/** Starts without a fault. */
export function createWireFaults(): WireFaults {
  let present: WireFault = 'none';
  let left = Number.POSITIVE_INFINITY;
  return {
    set(fault, times = Number.POSITIVE_INFINITY) {
      present = fault;
      left = times;
    },
    take() {
      if (left <= 0) present = 'none';
      left -= 1;
      return present;
    },
  };
}
