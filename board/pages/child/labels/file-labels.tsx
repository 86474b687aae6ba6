import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CirclePreviewTold } from '../../../../mappings/domain/circle-preview-told.ts';
import type { CareCircle } from '../../../../mappings/domain/concepts.ts';
import { useTell } from '../../../api/use-tell.ts';
import { ChecksField } from '../../../form/field.tsx';
import { type FileLabel, LABELS_OF_FILE } from '../../../labels/labels-in-words.ts';
import { Failed } from '../../../states/states.tsx';
import styles from './file-labels.module.css';
import { changeOf, labelledCircle } from './labelled-circle.ts';
import { WhatItChanges } from './what-it-changes.tsx';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'look'; readonly body: CareCircle; readonly ends: CirclePreviewTold['ends'] }
  | { readonly at: 'done' };

interface FileLabelsProps {
  readonly circle: CareCircle;
  readonly path: string;
}

/** Choose, look at what ends, put: which requests end is told before any does. */
export function FileLabels({ circle, path }: FileLabelsProps) {
  const { t } = useTranslation('labels');
  const before: readonly FileLabel[] = circle.child.labels ?? [];
  const [chosen, setChosen] = useState(before);
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [isSame, setSame] = useState(false);
  const preview = useTell<CirclePreviewTold>([]);
  const put = useTell([path, '/v1/findings']);
  const change = changeOf(before, chosen);

  const look = (): void => {
    const changes = change.puts || change.takesOff;
    setSame(!changes);
    if (!changes || preview.isPending) return;
    const body = labelledCircle(circle, chosen, new Date().toISOString());
    preview.mutate(
      { method: 'POST', path: '/v1/care-circles/_preview', body },
      { onSuccess: ({ ends }) => setStep({ at: 'look', body, ends }) },
    );
  };

  if (step.at === 'done') return <Done />;
  if (step.at === 'look')
    return (
      <WhatItChanges
        labels={chosen}
        ends={step.ends}
        takesOff={change.takesOff}
        pending={put.isPending}
        error={put.error}
        onPut={() =>
          put.mutate(
            { method: 'PUT', path: `/v1/care-circles/${encodeURIComponent(circle.id ?? '')}`, body: step.body },
            { onSuccess: () => setStep({ at: 'done' }) },
          )
        }
        onBack={() => {
          put.reset();
          setStep({ at: 'choose' });
        }}
      />
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <ChecksField
        id="field-labels"
        label={t('file.which')}
        help={t('file.help')}
        value={chosen}
        onChange={(value) => {
          setSame(false);
          setChosen(value);
        }}
        choices={LABELS_OF_FILE.map((value) => ({ value, label: t(`names.${value}`) }))}
      />
      <div aria-live="polite">
        {isSame && <p>{t('file.same')}</p>}
        {preview.error !== null && <Failed error={preview.error} />}
      </div>
      <Button type="submit" className="main">
        {t(preview.isPending ? 'file.looking' : 'file.look')}
      </Button>
    </form>
  );
}

function Done() {
  const { t } = useTranslation('labels');
  const told = useRef<HTMLHeadingElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <h2 ref={told} tabIndex={-1} className={styles.told}>
      {t('file.done')}
    </h2>
  );
}
