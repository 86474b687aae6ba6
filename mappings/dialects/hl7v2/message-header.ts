import { controlIdFrom } from './control-id.ts';
import { timestampFrom } from './timestamps.ts';
import { components, segment, type Writable } from './write-segment.ts';

/** By this name v2 sites know the gateway. */
const APPLICATION = 'PASSERELLE';
/** The version that we write. */
export const VERSION = '2.5.1';
const COUNTRY = 'CAN';

export interface HeaderSaid {
  readonly type: string;
  readonly trigger: string;
  /** MSH-9.3; an ACK has its own. */
  readonly structure: string;
  /** A UUID. */
  readonly messageId: string;
  /** FHIR instant. */
  readonly at: string;
  readonly sender?: { readonly application?: Writable; readonly facility?: Writable };
  readonly receiver: { readonly application?: Writable; readonly facility?: Writable };
  readonly processingId?: string;
  readonly charset: string;
  readonly language?: 'fr' | 'en';
  /** MSH-15 and MSH-16; absent: original mode. */
  readonly acknowledge?: { readonly accept: 'AL' | 'NE'; readonly application: 'AL' | 'NE' };
}

/** MSH of a message of ours. */
export const mshFrom = (said: HeaderSaid): string =>
  segment('MSH', {
    3: said.sender?.application ?? APPLICATION,
    4: said.sender?.facility,
    5: said.receiver.application,
    6: said.receiver.facility,
    7: timestampFrom(said.at),
    9: components(said.type, said.trigger, said.structure),
    10: controlIdFrom(said.messageId),
    11: said.processingId ?? 'P',
    12: VERSION,
    15: said.acknowledge?.accept,
    16: said.acknowledge?.application,
    17: COUNTRY,
    18: said.charset,
    19: said.language,
  });
