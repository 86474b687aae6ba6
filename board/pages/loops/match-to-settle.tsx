import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MatchSettlement, PersonName } from '../../../mappings/domain/concepts.ts';
import type { MatchTold } from '../../../mappings/domain/matches-told.ts';
import type { ApiError } from '../../api/api-error.ts';
import { SelectField } from '../../form/field.tsx';
import { Problem } from '../../states/states.tsx';
import { nameInWords } from '../../texts/name-in-words.ts';
import { useDates } from '../../texts/use-dates.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { momentInWords } from '../child/dates-in-words.ts';
import styles from './loops.module.css';
import { DECLINED_FOR } from './said.ts';

/** A child of the centre, a new one, or nobody of ours. */
export type Settled = Pick<MatchSettlement, 'child' | 'newChild' | 'notForUs'>;

interface MatchToSettleProps {
  readonly match: MatchTold;
  readonly pending: boolean;
  readonly error: ApiError | null;
  readonly onSettle: (settled: Settled) => void;
}

/** What a sender says of a child, and whom at the centre it may be: by name and birth date, with what speaks for and against. */
export function MatchToSettle({ match, pending, error, onSettle }: MatchToSettleProps) {
  const { t } = useTranslation('loops');
  const { day } = useDates();
  const { said, candidates, what, senderName, askedAt } = match;
  return (
    <li>
      <p>
        <Named name={said?.name} birthDate={said?.birthDate} />
      </p>
      <p>
        {t('matches.asked', { sender: senderName, day: day(askedAt) })}
        {what !== undefined && <> · {what}</>}
      </p>
      {candidates.length > 0 && (
        <ul className={styles.candidates}>
          {candidates.map((candidate) => (
            <Candidate
              key={candidate.child}
              {...candidate}
              pending={pending}
              onSettle={() => onSettle({ child: candidate.child })}
            />
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        <button type="button" disabled={pending} onClick={() => onSettle({ newChild: true })}>
          {t('matches.new')}
        </button>
      </div>
      <NotForUs sender={senderName} pending={pending} onSettle={onSettle} />
      {error !== null && (
        <div role="alert">
          <Problem error={error} />
        </div>
      )}
    </li>
  );
}

interface CandidateProps extends Omit<MatchTold['candidates'][number], 'child'> {
  readonly child: string;
  readonly pending: boolean;
  readonly onSettle: () => void;
}

function Candidate({ child, name, birthDate, because, pending, onSettle }: CandidateProps) {
  const { t } = useTranslation('loops');
  const id = useId();
  return (
    <li>
      <p id={id}>
        <Link to={`/children/${child}`}>
          <Named name={name} birthDate={birthDate} />
        </Link>
        {' · '}
        {because.map((it) => t(`because.${it}`)).join(', ')}
      </p>
      <div className={styles.acts}>
        <button type="button" disabled={pending} aria-describedby={id} onClick={onSettle}>
          {t('matches.same', { child: name === undefined ? child : nameInWords(name) })}
        </button>
      </div>
    </li>
  );
}

/** Declined, with a reason that the sender is told. */
function NotForUs({
  sender,
  pending,
  onSettle,
}: Omit<MatchToSettleProps, 'match' | 'error'> & { readonly sender: string }) {
  const { t } = useTranslation('loops');
  const id = useId();
  const [why, setWhy] = useState('');
  const notForUs = DECLINED_FOR.find((it) => it === why);
  return (
    <details>
      <summary>{t('matches.notForUs')}</summary>
      <SelectField
        id={id}
        label={t('answer.reason')}
        none={t('answer.choose')}
        value={why}
        onChange={setWhy}
        choices={DECLINED_FOR.map((it) => ({ value: it, label: t(`reasons.${it}`) }))}
      />
      <div className={styles.acts}>
        <button
          type="button"
          disabled={pending || notForUs === undefined}
          onClick={() => notForUs !== undefined && onSettle({ notForUs })}
        >
          {t('matches.tell', { sender })}
        </button>
      </div>
    </details>
  );
}

function Named({ name, birthDate }: { readonly name: PersonName | undefined; readonly birthDate: string | undefined }) {
  const { t } = useTranslation('loops');
  const language = useLanguage();
  const words = name === undefined ? '' : nameInWords(name);
  return (
    <>
      <strong>{words === '' ? t('matches.noName') : words}</strong>
      {birthDate !== undefined && <> · {t('matches.born', { day: momentInWords(birthDate, language) })}</>}
    </>
  );
}
