import { useTranslation } from 'react-i18next';
import { FindChild } from '../../find-child/find-child.tsx';
import { Page } from '../../layout/page.tsx';

/** A child of the centre, by name. */
export function FindChildPage() {
  const { t } = useTranslation('child');
  return (
    <Page title={t('find')}>
      <FindChild to={(child) => `/children/${child}`} />
    </Page>
  );
}
