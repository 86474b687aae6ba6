import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ApiError } from '../../api/api-error.ts';
import { RadioField, SelectField, TextField } from '../../form/field.tsx';
import { Failed } from '../../states/states.tsx';
import { askedForOf, type PLURALS } from './asked-for.ts';
import type { FieldErrors } from './field-errors.ts';
import { MoreDetails } from './more-details.tsx';
import styles from './new-request.module.css';
import { RecipientMore } from './recipient-more.tsx';
import { recipientsFor } from './recipients.ts';
import { changed, type DraftField, type RequestDraft } from './request-draft.ts';
import type { RequestAround } from './request-steps.tsx';

export interface RequestFormProps {
  readonly around: RequestAround;
  readonly draft: RequestDraft;
  readonly onChange: (draft: RequestDraft) => void;
  readonly errors: FieldErrors;
  /** What kept it from being looked at, where that is nobody's mistake. */
  readonly failure?: ApiError;
  readonly looking: boolean;
  readonly onLook: () => void;
}

/** What, to whom, why, how it is safe to reach the family, who agreed. What is rarely needed is folded away. */
export function RequestForm({ around, draft, onChange, errors, failure, looking, onLook }: RequestFormProps) {
  const { t } = useTranslation('newRequest');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const isWrong = errors.others.length > 0 || Object.keys(errors.fields).length > 0;
    if (isWrong) firstWrong(form.current, errors)?.focus();
  }, [errors]);
  const put = (changes: Partial<RequestDraft>) => onChange(changed(draft, changes));
  const field = <F extends DraftField>(name: F) => ({
    id: `field-${name}`,
    value: draft[name],
    onChange: (value: RequestDraft[F] | string) => put({ [name]: value }),
    ...(errors.fields[name] !== undefined && { wrong: errors.fields[name] }),
  });
  const { called, people, goal, goals } = around;
  const straight = draft.reach !== 'centre';
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!looking) onLook();
      }}
    >
      <p className={styles.for}>{t('forChild', { name: called })}</p>
      {goal !== undefined && <p>{t('fromPlan', { goal: goal.words })}</p>}
      {goals.length > 0 && <FromPlan goals={goals} />}
      <What around={around} {...field('what')} />
      <ToWhom around={around} what={draft.what} {...field('recipient')} />
      <TextField {...field('why')} label={t('why')} help={t('whyHelp')} lengthMax={500} />
      <SelectField
        {...field('reach')}
        label={t('reach')}
        choices={REACHES.map((value) => ({ value, label: t(`reaches.${value}`) }))}
      />
      {straight && (
        <>
          <SelectField
            {...field('person')}
            label={t('person')}
            none={t('choose')}
            choices={people.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <TextField {...field('number')} label={t('number')} help={t('numberHelp')} lengthMax={100} />
        </>
      )}
      <TextField {...field('mustNot')} label={t('mustNot')} help={t('mustNotHelp')} lengthMax={200} />
      <SelectField
        {...field('agreedBy')}
        label={t('agreedBy')}
        help={t('agreedByHelp')}
        none={t('choose')}
        choices={people.map(({ key, name, decides }) => ({
          value: key,
          label: decides ? t('decides', { name }) : name,
        }))}
      />
      <MoreDetails
        field={field}
        labels={field('labels')}
        isLegal={askedForOf(draft.what)?.concept === 'legal-referral'}
      />
      <div aria-live="assertive" id={OTHERS} tabIndex={-1}>
        {errors.others.map((text) => (
          <p key={text} className={styles.wrong}>
            {text}
          </p>
        ))}
        {failure !== undefined && <Failed error={failure} />}
      </div>
      <Button type="submit" className="main">
        {looking ? t('looking') : t('look')}
      </Button>
    </form>
  );
}

const REACHES = ['centre', 'telephone', 'sms', 'email', 'letter', 'in-person'] as const;
const OTHERS = 'request-problems';

/** In the order of the page; what is about no field stands at its end. */
function firstWrong(form: HTMLFormElement | null, { fields }: FieldErrors): HTMLElement | null | undefined {
  const controls = [...(form?.querySelectorAll<HTMLElement>('[id^="field-"]') ?? [])];
  const wrong = new Set(Object.keys(fields).map((name) => `field-${name}`));
  return controls.find(({ id }) => wrong.has(id)) ?? form?.querySelector<HTMLElement>(`#${OTHERS}`);
}

function FromPlan({ goals }: Pick<RequestAround, 'goals'>) {
  const { t } = useTranslation('newRequest');
  return (
    <nav aria-label={t('fromGoal')}>
      <p>{t('fromGoal')}</p>
      <ul className={styles.links}>
        {goals.map(({ id, words }) => (
          <li key={id}>
            <Link to={`?goal=${encodeURIComponent(id)}`}>{words}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PartProps {
  readonly around: RequestAround;
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong?: readonly string[];
}

function What({ around: { choices }, ...field }: PartProps) {
  const { t } = useTranslation('newRequest');
  const groups = CONCEPTS.map((concept) => ({
    label: t(`groups.${concept}`),
    choices: choices
      .filter((it) => it.concept === concept)
      .map(({ key }) => ({ value: key, label: t(`asked.${key}`) })),
  }));
  return (
    <SelectField
      {...field}
      label={t('what')}
      none={t('choose')}
      groups={groups.filter((group) => group.choices.length > 0)}
    />
  );
}

const CONCEPTS = [
  'social-prescription',
  'service-referral',
  'legal-referral',
] as const satisfies readonly (keyof typeof PLURALS)[];

function ToWhom({ around, what, ...field }: PartProps & { readonly what: string }) {
  const { t, i18n } = useTranslation('newRequest');
  const asked = askedForOf(what);
  const { partners, resources, child } = around;
  const found = asked && recipientsFor({ asked, partners, resources, spoken: child.languages ?? [] });
  const help = found === undefined ? t('recipientFirst') : found.length === 0 ? t('nobody') : undefined;
  return (
    <RadioField
      {...field}
      label={t('recipient')}
      {...(help !== undefined && { help })}
      choices={(found ?? []).map((recipient) => ({
        value: recipient.partner.id,
        label: recipient.partner.name[i18n.language === 'en' ? 'en' : 'fr'],
        more: <RecipientMore {...recipient} />,
      }))}
    />
  );
}
