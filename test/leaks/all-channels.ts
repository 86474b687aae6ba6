import { COLLECTED_TYPES, oneOf } from '../../gateway/disclosure/one-collected.ts';
import { outgoingContext } from '../../gateway/disclosure/outgoing-context.ts';
import type { CollectedRequest } from '../../gateway/disclosure/request-to-collect.ts';
import { operationOutcome } from '../../gateway/doors/http/operation-outcome.ts';
import { everythingOf } from '../../gateway/doors/http/partner-everything-route.ts';
import { historyOf } from '../../gateway/doors/http/partner-history-routes.ts';
import { pageView } from '../../gateway/doors/partner-page/page-view.ts';
import { GatewayError } from '../../gateway/failures.ts';
import { bser } from '../../mappings/dialects/bser/bser.ts';
import { caErec } from '../../mappings/dialects/ca-erec/ca-erec.ts';
import type { Dialect } from '../../mappings/dialects/dialect.ts';
import { gravity } from '../../mappings/dialects/gravity/gravity.ts';
import { hl7v2 } from '../../mappings/dialects/hl7v2/hl7v2.ts';
import { paperPage } from '../../mappings/dialects/paper.ts';
import { passerelle } from '../../mappings/dialects/passerelle.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import { addressed, gatewayOver, type OnRecord } from './one-case.ts';

const DIALECTS: Readonly<Record<string, Dialect>> = { passerelle, gravity, bser, 'ca-erec': caErec, hl7v2 };

/** The bytes that leave of one request by every channel; or, where nothing may, what is answered instead. */
export async function allChannels(record: OnRecord): Promise<Readonly<Record<string, string>>> {
  const { disclosures, collected, now } = gatewayOver(record);
  const { partner, number } = record;
  const disclosable = await disclosures.read(number);
  if (disclosable === undefined) throw new Error('the record does not know the request');
  const seen = await disclosures.disclose(disclosable, partner.transport).catch((error: unknown) => {
    if (error instanceof GatewayError && error.kind === 'noBasis') return error;
    throw error;
  });
  const shown = await collected.show(partner, number);
  const polled = { poll: JSON.stringify(shown) ?? '', ...atOnce(shown) };
  if (seen instanceof GatewayError)
    return {
      ...polled,
      error: `${seen.message} ${JSON.stringify([operationOutcome(seen.issues, 'fr'), operationOutcome(seen.issues, 'en')])}`,
      warning: JSON.stringify(disclosures.missing(disclosable)),
    };
  const { task } = disclosable;
  const context = outgoingContext(addressed(disclosable), {
    messageId: '0b0e7c3e-0000-5000-8000-000000000001',
    at: now().toISOString(),
  });
  const written = Object.entries(DIALECTS).map(([name, dialect]) => {
    const { message, lost } = dialect.writeRequest(travellingRequest(task, seen, seen.letters), context);
    const text = message.form === 'hl7v2' ? message.text : JSON.stringify(message.bundle);
    return [name, `${text}\n${JSON.stringify(lost)}`] as const;
  });
  const { centre } = disclosable;
  const page = (language: 'fr' | 'en') =>
    JSON.stringify(paperPage(seen, { language, preparedAt: now(), centre, partner }));
  return {
    ...Object.fromEntries(written),
    ...polled,
    'paper-fr': page('fr'),
    'paper-en': page('en'),
    'web-page': JSON.stringify(pageView(seen, disclosable, { pending: undefined, correctableMs: 60_000, at: now() })),
  };
}

const BASE = 'https://passerelle.example/fhir';

/** The same where its centre lets it ask for everything of a request, and for versions of it. */
function atOnce(shown: CollectedRequest | undefined): Readonly<Record<'everything' | 'history', string>> {
  const letters = (shown?.letters ?? []).map(({ document }) => document.id);
  const histories = COLLECTED_TYPES.flatMap((type) =>
    (type === 'DocumentReference' ? letters : [shown?.task.id ?? '']).flatMap(
      (id) => (shown && oneOf(shown, type, id)) ?? [],
    ),
  );
  return {
    everything: JSON.stringify(shown && everythingOf(BASE, shown, () => true)?.bundle) ?? '',
    history: histories.map((it) => JSON.stringify(historyOf(BASE, it))).join('\n'),
  };
}
