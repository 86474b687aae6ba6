import { type ReactNode, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/api-error.ts';
import { Problem } from '../states/states.tsx';
import styles from './act-dialog.module.css';

interface ActDialogProps {
  readonly title: string;
  /** About whom and what, so that nothing is written down at the wrong place. */
  readonly about: ReactNode;
  readonly submit: string;
  /** Whether what must be filled in is. */
  readonly ready: boolean;
  readonly pending: boolean;
  readonly error: ApiError | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act in a form of its own; what was typed stays when it does not go through. */
export function ActDialog({
  title,
  about,
  submit,
  ready,
  pending,
  error,
  onSubmit,
  onClose,
  children,
}: ActDialogProps) {
  const { t } = useTranslation();
  const [isIncomplete, setIncomplete] = useState(false);
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title">{title}</Heading>
          <div className={styles.about}>{about}</div>
          <form
            className={styles.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              setIncomplete(!ready);
              if (ready && !pending) onSubmit();
            }}
          >
            {children}
            <div role="alert">
              {isIncomplete && !ready && <p className={styles.problem}>{t('form.incomplete')}</p>}
              {error !== null && (
                <div className={styles.problem}>
                  <Problem error={error} />
                </div>
              )}
            </div>
            <div className={styles.acts}>
              <button type="submit" className="main" aria-disabled={pending}>
                {pending ? t('form.sending') : submit}
              </button>
              <Button className="quiet" onPress={onClose}>
                {t('form.close')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
