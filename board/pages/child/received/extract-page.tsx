import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FamilyReader } from '../../../../mappings/domain/register-told.ts';
import { mayRead, useMe } from '../../../access/me.ts';
import { SelectField, TextField } from '../../../form/field.tsx';
import { Page } from '../../../layout/page.tsx';
import { NoPermission } from '../../../states/states.tsx';
import styles from '../child.module.css';
import { useChildAsked } from '../child-asked.ts';
import { type ExtractAsked, ExtractReview } from './extract-review.tsx';
import { MemberField } from './member-field.tsx';

/** What of a child’s register may be handed to the young person or a parent: asked for here, reviewed by a person, then printed. */
export function ExtractPage() {
  const { t } = useTranslation('child');
  const { id } = useChildAsked();
  const { data: me } = useMe();
  const [asked, ask] = useState<ExtractAsked>();
  if (me !== undefined && !mayRead(me, 'register'))
    return (
      <Page title={t('extract.title')}>
        <NoPermission />
      </Page>
    );
  return (
    <Page title={t('extract.title')}>
      <p className={styles.links}>
        <Link to=".." relative="path">
          {t('extract.back')}
        </Link>
      </p>
      {asked === undefined ? (
        <AskForm child={id} onAsk={ask} />
      ) : (
        <ExtractReview asked={asked} onBack={() => ask(undefined)} />
      )}
    </Page>
  );
}

/** For whom, of which days, and who reviews it: nothing is asked of the register before that. */
function AskForm({ child, onAsk }: { readonly child: string; readonly onAsk: (asked: ExtractAsked) => void }) {
  const { t } = useTranslation('child');
  const [reader, setReader] = useState<FamilyReader>('parent');
  const [member, setMember] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [reviewedBy, setReviewedBy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = reviewedBy.trim();
    const whom = reader === 'parent' ? member.trim() : '';
    if (name !== '')
      onAsk({
        child,
        for: reader,
        reviewedBy: name,
        ...(whom !== '' && { member: whom }),
        ...(from !== '' && { from }),
        ...(until !== '' && { until }),
      });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.quiet}>{t('extract.why')}</p>
      <SelectField
        id="field-for"
        label={t('extract.for')}
        value={reader}
        onChange={(next) => setReader(next === 'child' ? 'child' : 'parent')}
        choices={(['parent', 'child'] as const).map((value) => ({ value, label: t(`extract.readers.${value}`) }))}
      />
      {reader === 'parent' && (
        <MemberField
          value={member}
          onChange={setMember}
          help={t('extract.memberHelp')}
          none={t('extract.anyMember')}
          numberLabel={t('extract.memberNumber')}
        />
      )}
      <TextField id="field-from" type="date" label={t('extract.from')} value={from} onChange={setFrom} max={until} />
      <TextField id="field-until" type="date" label={t('extract.until')} value={until} onChange={setUntil} min={from} />
      <TextField
        id="field-reviewed-by"
        label={t('extract.reviewedBy')}
        help={t('extract.reviewedByHelp')}
        value={reviewedBy}
        onChange={setReviewedBy}
        lengthMax={200}
      />
      <Button type="submit" className="main" isDisabled={reviewedBy.trim() === ''}>
        {t('extract.prepare')}
      </Button>
    </form>
  );
}
