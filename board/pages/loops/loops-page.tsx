import { useTranslation } from 'react-i18next';
import type { FindingsTold } from '../../../mappings/domain/findings-told.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty } from '../../states/states.tsx';

/** What needs a person today. */
export function LoopsPage() {
  const { t } = useTranslation('loops');
  const findings = useAsk<FindingsTold>('/v1/findings');
  return (
    <Page title={t('title')}>
      <Answered query={findings}>
        {({ pivots }) => {
          const lines = pivots.flatMap((pivot) => pivot.lines);
          if (lines.length === 0) return <Empty>{t('empty')}</Empty>;
          return (
            <ul>
              {lines.map(({ child, findings: found }) => (
                <li key={child}>
                  {child}
                  {found.map(({ id, text, todo }) => (
                    <p key={id}>
                      {text} {todo}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Page>
  );
}
