import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child, DirectoryResource } from '../../../mappings/domain/concepts.ts';
import type { PartnerTold } from '../../../mappings/domain/partner-told.ts';
import type { RequestPreviewTold } from '../../../mappings/domain/request-preview-told.ts';
import type { ExchangeTold } from '../../../mappings/domain/set-aside-told.ts';
import type { ApiError } from '../../api/api-error.ts';
import { useTell } from '../../api/use-tell.ts';
import { type AskedFor, PLURALS } from './asked-for.ts';
import { type FieldErrors, fieldErrorsFrom } from './field-errors.ts';
import { LookAtIt } from './look-at-it.tsx';
import type { PersonToName } from './people-to-name.ts';
import { emptyDraft, missingIn, type RequestDraft, requestFromDraft } from './request-draft.ts';
import { RequestForm } from './request-form.tsx';
import { SentPart } from './sent-part.tsx';

export interface RequestAround {
  readonly centre: string;
  readonly child: Child;
  /** The given name, or whole where there is none. */
  readonly called: string;
  readonly people: readonly PersonToName[];
  /** By the centre’s clock. */
  readonly today: string;
  readonly choices: readonly AskedFor[];
  readonly partners: readonly PartnerTold[];
  readonly resources: readonly DirectoryResource[];
  /** Of the plan, that one may start from. */
  readonly goals: readonly { readonly id: string; readonly words: string }[];
  /** Of the plan, that this is for. */
  readonly goal?: { readonly id: string; readonly plan: string; readonly words: string };
}

type Made = NonNullable<ReturnType<typeof requestFromDraft>>;
type Step =
  | { readonly at: 'write' }
  | { readonly at: 'look'; readonly made: Made; readonly preview: RequestPreviewTold }
  | { readonly at: 'sent'; readonly made: Made; readonly exchange: ExchangeTold };

const NO_ERRORS: FieldErrors = { fields: {}, others: [] };

/** Write, look at what they will see, send: what is sent is, byte for byte, what was looked at. */
export function RequestSteps(around: RequestAround) {
  const { t } = useTranslation('newRequest');
  const [id, setId] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(() => draftFor(around));
  const [errors, setErrors] = useState(NO_ERRORS);
  const [failure, setFailure] = useState<ApiError>();
  const [step, setStep] = useState<Step>({ at: 'write' });
  const preview = useTell<RequestPreviewTold>([]);
  const send = useTell<ExchangeTold>([`/v1/children/${encodeURIComponent(around.child.id)}`, '/v1/findings']);
  const partner = around.partners.find((it) => it.id === draft.recipient);

  /** What the gateway refuses is told at the field, where it names one of the page. */
  const toldWhy = (error: ApiError): void => {
    const found = error.kind === 'invalid' ? fieldErrorsFrom(error.issues) : NO_ERRORS;
    setErrors(found);
    setFailure(error.kind === 'invalid' && error.issues.length > 0 ? undefined : error);
    setStep({ at: 'write' });
  };

  const look = (): void => {
    const missing = missingIn(draft);
    setFailure(undefined);
    setErrors({ fields: Object.fromEntries(missing.map((it) => [it, [t(`needed.${it}`)]])), others: [] });
    const { centre, child, people, goal } = around;
    const of = { id, centre, child: child.id, happenedAt: new Date().toISOString(), people };
    const made = requestFromDraft(draft, { ...of, ...(goal !== undefined && { goals: [goal.id], plan: goal.plan }) });
    if (missing.length > 0 || made === undefined) return;
    preview.mutate(
      { method: 'POST', path: `/v1/${PLURALS[made.concept]}/_preview`, body: made.body },
      { onSuccess: (seen) => setStep({ at: 'look', made, preview: seen }), onError: toldWhy },
    );
  };

  const sendIt = (made: Made): void =>
    send.mutate(
      { method: 'PUT', path: `/v1/${PLURALS[made.concept]}/${id}`, body: made.body },
      { onSuccess: (exchange) => setStep({ at: 'sent', made, exchange }), onError: toldWhy },
    );

  const startAnew = (): void => {
    setId(crypto.randomUUID());
    setDraft(draftFor(around));
    setErrors(NO_ERRORS);
    setStep({ at: 'write' });
  };

  if (step.at === 'look' && partner !== undefined)
    return (
      <LookAtIt
        preview={step.preview}
        partner={partner}
        sending={send.isPending}
        onSend={() => sendIt(step.made)}
        onBack={() => setStep({ at: 'write' })}
      />
    );
  if (step.at === 'sent' && partner !== undefined)
    return (
      <SentPart request={id} child={around.child.id} partner={partner} exchange={step.exchange} onAnother={startAnew} />
    );
  return (
    <RequestForm
      around={around}
      draft={draft}
      onChange={setDraft}
      errors={errors}
      {...(failure !== undefined && { failure })}
      looking={preview.isPending}
      onLook={look}
    />
  );
}

const draftFor = ({ today, goal }: RequestAround): RequestDraft =>
  emptyDraft({ agreedOn: today, ...(goal !== undefined && { why: goal.words }) });
