import { FAILURES, type FailureKind, GatewayError } from '../../gateway/failures.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';

/**
 * Why a delivery was set aside, in words of ours: a partner's may hold anything. What bears on the recipient alone is told as it was decided;
 * what a family said stays in the record.
 */
export const whySetAside = (kind: FailureKind, error?: unknown): Issue => ({
  severity: 'error',
  code: FAILURES[kind].issueCode,
  text: ofRecipient(kind, error) ?? TEXTS[kind] ?? INTERNAL,
});

const ofRecipient = (kind: FailureKind, error: unknown): Issue['text'] | undefined =>
  kind === 'noBasis' && error instanceof GatewayError
    ? error.issues.find(({ expression }) => expression === 'recipient')?.text
    : undefined;

/** Whom it was for has left the registry since it was asked. */
export const NO_PARTNER: Issue = {
  severity: 'error',
  code: FAILURES.notFound.issueCode,
  text: {
    fr: 'Ce destinataire n’est plus au registre des partenaires : rien ne part. Téléphonez-lui, ou adressez la demande à un autre ; ou remettez-le au registre, puis reprenez l’envoi.',
    en: 'This recipient is no longer in the registry of partners: nothing leaves. Telephone, or address the request to another; or put them back into the registry, then replay it.',
  },
};

const TEXTS: Readonly<Partial<Record<FailureKind, Issue['text']>>> = {
  noBasis: {
    fr: 'Aucun accord ne nomme ce destinataire : rien ne part. Ajoutez qui est d’accord, et quand, puis envoyez une nouvelle version.',
    en: 'No agreement names this recipient: nothing leaves. Add who agreed, and when, then send a new version.',
  },
  newerRelease: {
    fr: 'Écrit par une version plus récente de la passerelle, que celle-ci ne sait pas lire. Rien n’est perdu : mettez les ouvriers à jour, puis reprenez l’envoi.',
    en: 'Written by a later release of the gateway, which this one cannot read. Nothing is lost: upgrade the workers, then replay it.',
  },
  partnerRefused: {
    fr: 'Le système du partenaire a refusé la demande. Téléphonez-lui ; envoyez une nouvelle version, ou reprenez l’envoi quand il l’acceptera.',
    en: 'The partner’s system refused the request. Telephone; send a new version, or replay it once they will take it.',
  },
  inDoubt: {
    fr: 'C’est peut-être arrivé : demandez avant de renvoyer. Si le partenaire l’a, notez que c’est parti ; sinon, reprenez l’envoi.',
    en: 'It may have arrived: ask before sending again. If the partner has it, write down that it left; otherwise replay it.',
  },
  notInTime: {
    fr: 'Téléphonez : la demande n’est pas partie, ou rien ne dit qu’elle est arrivée, et sa date vient avant les prochains essais. Ils continuent ; si elle part, ceci disparaît et la boucle le dit.',
    en: 'Telephone: the request has not left, or nothing says that it arrived, and its own date comes before the next tries. They go on; if it leaves, this is taken off, and the loop says so.',
  },
  unavailable: {
    fr: 'Le partenaire n’a pas répondu jusqu’au dernier essai : rien ne dit que la demande est arrivée. Téléphonez-lui ; reprenez l’envoi quand il répondra.',
    en: 'The partner did not answer up to the last try: nothing says that the request arrived. Telephone; replay it once they answer.',
  },
};

const INTERNAL: Issue['text'] = {
  fr: 'Une erreur de notre côté a empêché l’envoi. Téléphonez au partenaire, puis appelez le soutien.',
  en: 'An error on our side kept it from being sent. Telephone the partner, then call support.',
};
