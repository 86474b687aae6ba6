import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayWrite, useMe } from '../../access/me.ts';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty, NoPermission } from '../../states/states.tsx';
import styles from './child.module.css';
import { useChildAsked, useCircle } from './child-asked.ts';
import { FileLabels } from './labels/file-labels.tsx';

/** The labels of a child’s whole file; apart from the child’s page, which a family may be looking at. */
export function FileLabelsPage() {
  const { t } = useTranslation('labels');
  const { t: ofChild } = useTranslation('child');
  const { path } = useChildAsked();
  const me = useMe();
  const circle = useCircle(path);
  return (
    <Page title={t('file.title')}>
      <p className={styles.links}>
        <Link to=".." relative="path">
          {ofChild('back')}
        </Link>
      </p>
      <Answered query={me}>
        {(data) =>
          !mayWrite(data, 'care-circle') ? (
            <NoPermission />
          ) : circle.error?.kind === 'notFound' ? (
            <Empty>{ofChild('circle.none')}</Empty>
          ) : (
            <Answered query={circle}>{(found) => <FileLabels circle={found} path={path} />}</Answered>
          )
        }
      </Answered>
    </Page>
  );
}
