import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/api-context.tsx';
import { ApiError } from '../../api/api-error.ts';
import { Problem } from '../../states/states.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './programme.module.css';

/** All that is published as a table to take away, where the centre allows it; where it does not, who can. */
export function TakeAsCsv() {
  const { t } = useTranslation('programme');
  const api = useApi();
  const language = useLanguage();
  const taken = useMutation<void, ApiError>({
    mutationFn: async () => keep(await api.blob(`/v1/indicators/table?lang=${language}`), t('csv.file')),
  });
  const { error } = taken;
  return (
    <div className={styles.csv}>
      <Button isDisabled={taken.isPending} onPress={() => taken.mutate()}>
        {t('csv.act')}
      </Button>
      {error !== null && (
        <div role="alert">
          {/* Whoever reads this page may read the table: what is forbidden here is the export, and the gateway says who allows it. */}
          <Problem error={error.kind === 'forbidden' ? new ApiError('invalid', error.issues) : error} />
        </div>
      )}
    </div>
  );
}

/** As the browser keeps what a page made. */
function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
