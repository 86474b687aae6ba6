import type { Bilingual } from '../../profiles/codes.ts';
import type { Issue } from '../domain/mapped.ts';
import type { WhyRecordedOnly } from '../domain/referral-effect.ts';

const WHY: Readonly<Record<WhyRecordedOnly, Bilingual>> = {
  repeated: {
    fr: 'Cet état était déjà noté : la réponse est gardée, l’état ne change pas.',
    en: 'This state was already noted: the answer is kept, the state does not change.',
  },
  terminal: {
    fr: 'La demande est déjà terminée : la réponse est gardée, rien ne change. Pour corriger ou reprendre, faites une nouvelle demande qui remplace celle-ci (replaces).',
    en: 'The request has already ended: the answer is kept, nothing changes. To correct or resume it, make a new request that replaces this one (replaces).',
  },
  'not-sent': {
    fr: 'La demande n’est pas encore partie (aucun accord ne nomme ce destinataire) : la réponse est gardée, rien ne change.',
    en: 'The request has not left yet (no agreement names this recipient): the answer is kept, nothing changes.',
  },
  backward: {
    fr: 'La demande est déjà plus loin : la réponse est gardée, l’état ne change pas.',
    en: 'The request is already further on: the answer is kept, the state does not change.',
  },
  'out-of-order': {
    fr: 'C’est arrivé avant ce qui est déjà noté : la réponse est gardée, l’état ne change pas.',
    en: 'It happened before what is already noted: the answer is kept, the state does not change.',
  },
  'not-asked': {
    fr: 'Le destinataire dit avoir arrêté, sans qu’on le lui ait demandé : la réponse est gardée, l’état ne change pas. Appelez-le ; s’il a bien arrêté, notez un refus (declined) ou un service non rendu (failed).',
    en: 'The recipient says that it stopped, though nobody asked it to: the answer is kept, the state does not change. Call them; if they did stop, write down a refusal (declined) or a service not given (failed).',
  },
};

/** What is told of an answer that is recorded and moves nothing. */
export const recordedOnly = (why: WhyRecordedOnly): Issue => ({
  severity: 'warning',
  code: 'business-rule',
  expression: 'Answer.what',
  rule: RECORDED_ONLY[why],
  text: WHY[why],
});

const RECORDED_ONLY = {
  repeated: 'recorded-repeated',
  terminal: 'recorded-terminal',
  'not-sent': 'recorded-not-sent',
  backward: 'recorded-backward',
  'out-of-order': 'recorded-out-of-order',
  'not-asked': 'recorded-not-asked',
} as const satisfies Readonly<Record<WhyRecordedOnly, string>>;

/** A person wrote down one thing and a system says another: both stand, and a person settles it. */
export const CONTRADICTORY: Issue = {
  severity: 'warning',
  code: 'conflict',
  expression: 'Answer.what',
  rule: 'contradictory',
  text: {
    fr: 'Ce que dit le système du destinataire et ce qu’une personne a noté se contredisent : les deux restent au dossier. Appelez le destinataire ; pour corriger, faites une nouvelle demande qui remplace celle-ci (replaces).',
    en: 'What the recipient’s system says and what a person wrote down contradict each other: both stay on record. Call the recipient; to correct it, make a new request that replaces this one (replaces).',
  },
};

/** Our own update that comes back, or the recipient's that stands already. */
export const ECHO: Issue = {
  severity: 'information',
  code: 'informational',
  expression: 'Answer.what',
  rule: 'echo',
  text: {
    fr: 'Écho : le dossier le dit déjà. Rien n’est noté de nouveau.',
    en: 'Echo: the record already says so. Nothing is recorded again.',
  },
};

/** A new recipient is a new disclosure: proposed to a person, never sent by itself. */
export const PROPOSE_ANOTHER: Issue = {
  severity: 'warning',
  code: 'business-rule',
  expression: 'Answer.what',
  text: {
    fr: 'Refusée : la boucle reste ouverte. Proposez un autre destinataire à la famille, puis révisez la demande avec ce destinataire et son accord.',
    en: 'Declined: the loop stays open. Propose another recipient to the family, then revise the request with that recipient and their agreement.',
  },
};

/** By its rule, what a partner is told of its own message, in words for the partner; none of them says what the family agreed to, nor what a person wrote down. */
const TO_PARTNER: Readonly<Record<string, Bilingual>> = {
  [RECORDED_ONLY.repeated]: WHY.repeated,
  [RECORDED_ONLY.backward]: WHY.backward,
  [RECORDED_ONLY['out-of-order']]: WHY['out-of-order'],
  [RECORDED_ONLY.terminal]: {
    fr: 'La demande est déjà terminée : votre réponse est gardée, rien ne change.',
    en: 'The request has already ended: your answer is kept, nothing changes.',
  },
  [RECORDED_ONLY['not-sent']]: {
    fr: 'Votre réponse est gardée, l’état de la demande ne change pas.',
    en: 'Your answer is kept, the state of the request does not change.',
  },
  [RECORDED_ONLY['not-asked']]: {
    fr: 'Vous dites avoir arrêté, sans qu’on vous l’ait demandé : votre réponse est gardée, l’état ne change pas. Si vous avez arrêté, dites que vous refusez ou que le service n’a pas été rendu.',
    en: 'You say that you stopped, though nobody asked you to: your answer is kept, the state does not change. If you did stop, say that you decline or that the service was not given.',
  },
  contradictory: {
    fr: 'Ce que vous dites contredit la réponse déjà notée de votre part : les deux sont gardées, et le centre vous appellera.',
    en: 'What you say contradicts the answer already noted as yours: both are kept, and the centre will call you.',
  },
  echo: ECHO.text,
};

/** What the sync has to say is written for the centre: to the partner whose message it was, only what is written for it. */
export const toldToPartner = (issues: readonly Issue[]): readonly Issue[] =>
  issues.flatMap(({ rule = '', ...issue }) => {
    const text = Object.hasOwn(TO_PARTNER, rule) ? TO_PARTNER[rule] : undefined;
    return text === undefined ? [] : [{ ...issue, rule, text }];
  });
