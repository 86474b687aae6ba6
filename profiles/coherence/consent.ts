import { GROUNDS_BY_REGIME } from '../grounds-by-regime.ts';
import { surelyBefore } from '../moment-span.ts';
import { ahead } from './any-concept.ts';
import { type CoherenceRule, type Finding, invariant } from './rule.ts';

/** What was asked and not answered yet is no refusal. */
export const refusalIsAnswer: CoherenceRule = ({ decision, status }) =>
  decision === 'refuse' && status === 'proposed'
    ? [
        invariant('.status', {
          fr: 'un refus est une réponse ; enlevez status, ou écrivez decision "permit" tant que la personne n’a pas répondu.',
          en: 'a refusal is an answer; leave status out, or write decision "permit" as long as the person has not answered.',
        }),
      ]
    : [];

/** A yes to everything is no informed yes. */
export const informationSaid: CoherenceRule = ({ decision, information }) =>
  decision === 'permit' && information === undefined
    ? [
        invariant('.information', {
          fr: 'permettre de montrer quoi ? Nommez les sortes de renseignement dont la personne a convenu.',
          en: 'permit to show what? Name the kinds of information that the person agreed to.',
        }),
      ]
    : [];

/** An oral yes leaves no paper: the words stand for it, and somebody who heard them. A refusal needs no proof. */
export const oralIsRecorded: CoherenceRule = ({ decision, status = 'active', how, said, witness }) => {
  if (decision !== 'permit' || status === 'proposed' || how !== 'oral') return [];
  return [
    ...(said === undefined
      ? [
          invariant('.said', {
            fr: 'consentement de vive voix sans les mots dits ; écrivez ce qui a été demandé et répondu.',
            en: 'oral consent without the words said; write what was asked and answered.',
          }),
        ]
      : []),
    ...(witness === undefined
      ? [
          warning('.witness', {
            fr: 'consentement de vive voix sans témoin ; nommez qui l’a entendu, si quelqu’un l’a entendu.',
            en: 'oral consent without a witness; name who heard it, if somebody did.',
          }),
        ]
      : []),
  ];
};

/** A withdrawal is told by both its status and its date, comes after what it takes back, and has happened. */
export const withdrawalAgrees: CoherenceRule = ({ status = 'active', happenedAt, withdrawal }, now) => {
  if (withdrawal === undefined) return [];
  return [
    ...(status === 'withdrawn' || status === 'entered-in-error'
      ? []
      : [
          invariant('.withdrawal', {
            fr: 'un retrait, mais status ne le dit pas ; écrivez status "withdrawn", ou enlevez withdrawal.',
            en: 'a withdrawal, but status does not say so; write status "withdrawn", or leave withdrawal out.',
          }),
        ]),
    ...(now === undefined ? [] : ahead('.withdrawal.at', withdrawal.at, now)),
    ...(surelyBefore(withdrawal.at, happenedAt)
      ? [
          invariant('.withdrawal.at', {
            fr: 'retiré avant d’avoir été donné (happenedAt) ; corrigez l’une des deux dates.',
            en: 'withdrawn before it was given (happenedAt); correct one of the two dates.',
          }),
        ]
      : []),
  ];
};

/** A professional invokes what the law knows, for a recipient, and never says yes or no in the family’s place. */
export const groundIsInvoked: CoherenceRule = ({ by, ground, decision, recipient, regime, period, withdrawal }) => {
  const isProfessional = by?.kind === 'professional';
  const endedBy = withdrawal?.by?.kind;
  if (ground === undefined)
    return [
      ...(isProfessional ? [invariant('.by', NOT_IN_THEIR_PLACE)] : []),
      ...(endedBy === 'professional' ? [invariant('.withdrawal.by', NOT_IN_THEIR_PLACE)] : []),
    ];
  const known: readonly string[] = isRegime(regime) ? GROUNDS_BY_REGIME[regime][ground.what] : [];
  return [
    ...(isProfessional ? [] : [invariant('.by', INVOKED_BY)]),
    ...(endedBy === undefined || endedBy === 'professional' ? [] : [invariant('.withdrawal.by', INVOKED_BY)]),
    ...(decision === 'refuse' ? [invariant('.decision', GROUND_PERMITS)] : []),
    ...(recipient === undefined ? [invariant('.recipient', FOR_WHOM)] : []),
    ...(known.includes(ground.provision) ? [] : [invariant('.ground.provision', provisionsOf(known))]),
    ...(ground.what === 'emergency' && period?.end === undefined ? [invariant('.period.end', UNTIL_WHEN)] : []),
  ];
};

/** That there is a legal referral is said to the centre’s own staff alone, and nothing else with it: a partner is shown a request or nothing. */
export const existenceStaysInside: CoherenceRule = ({ information = [], recipient, purpose }) => {
  if (!information.includes(EXISTS)) return [];
  return [
    ...(recipient === undefined ? [] : [invariant('.recipient', INSIDE_ONLY)]),
    ...(purpose === 'rights-support' ? [] : [invariant('.purpose', FOR_RIGHTS)]),
    ...(information.length === 1 ? [] : [invariant('.information', ALONE)]),
  ];
};

/** Another centre is told that the child is followed here, or it is not: nothing else goes to it, and nothing but the family’s word lets it. */
export const otherCentreIsTold: CoherenceRule = ({
  centre,
  otherCentre,
  recipient,
  ground,
  purpose,
  information = ['identity'],
}) => {
  if (otherCentre === undefined) return [];
  return [
    ...(recipient === undefined ? [] : [invariant('.recipient', ONE_OF_TWO)]),
    ...(otherCentre === centre ? [invariant('.otherCentre', NOT_ITSELF)] : []),
    ...(ground === undefined ? [] : [invariant('.ground', ON_WORD_ONLY)]),
    ...(purpose === 'coordination' ? [] : [invariant('.purpose', TO_COORDINATE)]),
    ...(information.length === 1 && information[0] === 'identity' ? [] : [invariant('.information', THAT_ONLY)]),
  ];
};

const ONE_OF_TWO = {
  fr: 'un consentement a un seul destinataire ; gardez recipient ou otherCentre.',
  en: 'a consent has one recipient; keep recipient or otherCentre.',
};
const NOT_ITSELF = {
  fr: 'c’est ce centre-ci ; enlevez otherCentre pour dire quelque chose à sa propre équipe.',
  en: 'that is this centre; leave otherCentre out to say something to its own staff.',
};
const ON_WORD_ONLY = {
  fr: 'rien d’invoqué ne permet de dire à un autre centre que l’enfant est suivi ici ; seule la famille le permet.',
  en: 'nothing that is invoked lets another centre be told that the child is followed here; only the family does.',
};
const TO_COORDINATE = {
  fr: 'c’est dit à un autre centre dans le but « coordination » ; écrivez ce but.',
  en: 'another centre is told for the purpose "coordination"; write that purpose.',
};
const THAT_ONLY = {
  fr: 'un autre centre ne lit que « identity » : que l’enfant est aussi suivi ici ; enlevez le reste.',
  en: 'another centre reads "identity" only: that the child is also followed here; leave out the rest.',
};

const EXISTS = 'legal-referral-exists';
const INSIDE_ONLY = {
  fr: '« legal-referral-exists » n’est dit qu’à l’équipe du centre ; enlevez recipient.',
  en: '"legal-referral-exists" is said to the centre’s own staff only; leave recipient out.',
};
const FOR_RIGHTS = {
  fr: '« legal-referral-exists » est permis ou refusé dans le but « rights-support » ; écrivez ce but.',
  en: '"legal-referral-exists" is permitted or refused for the purpose "rights-support"; write that purpose.',
};
const ALONE = {
  fr: '« legal-referral-exists » est seul ; inscrivez le reste dans un autre consentement.',
  en: '"legal-referral-exists" stands alone; write the rest down in another consent.',
};

const isRegime = (regime: string | undefined): regime is keyof typeof GROUNDS_BY_REGIME =>
  regime !== undefined && Object.hasOwn(GROUNDS_BY_REGIME, regime);

const NOT_IN_THEIR_PLACE = {
  fr: 'un professionnel ne consent pas à la place de la famille ; nommez qui consent, ou écrivez ce qu’il invoque (ground).',
  en: 'a professional does not consent in the family’s place; name who consents, or write what they invoke (ground).',
};
const INVOKED_BY = {
  fr: 'une base autre qu’un consentement est invoquée par un professionnel du centre ; nommez-le (kind "professional").',
  en: 'a ground other than a consent is invoked by a professional of the centre; name them (kind "professional").',
};
const GROUND_PERMITS = {
  fr: 'ce qui est invoqué permet ; un refus est celui d’une personne, sans ground.',
  en: 'what is invoked permits; a refusal is a person’s, without ground.',
};
const FOR_WHOM = {
  fr: 'ce qui est invoqué l’est pour un destinataire ; nommez le partenaire.',
  en: 'what is invoked is for a recipient; name the partner.',
};
const UNTIL_WHEN = {
  fr: 'une urgence dit jusqu’à quand ; écrivez la fin de la période.',
  en: 'an emergency says until when; write the end of the period.',
};
const provisionsOf = (known: readonly string[]): Finding['text'] => ({
  fr: `cette loi ne connaît pas cette disposition pour cette base ; elle connaît : ${known.join(', ')}.`,
  en: `this law does not know this provision for this ground; it knows: ${known.join(', ')}.`,
});

const warning = (element: string, text: Finding['text']): Finding => ({
  severity: 'warning',
  code: 'business-rule',
  element,
  text,
});
