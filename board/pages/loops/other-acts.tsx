import { useRef, useState } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LoopAct } from './loop-acts.ts';
import styles from './loops.module.css';

/** What else can be done. The menu is made when it is opened: a list of thousands draws plain buttons. */
export function OtherActs({
  acts,
  child,
  onAct,
}: {
  readonly acts: readonly LoopAct[];
  readonly child: string;
  readonly onAct: (act: LoopAct) => void;
}) {
  const { t } = useTranslation('loops');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={t('otherFor', { child })}
        onClick={() => setOpen(true)}
      >
        {t('other')}
      </button>
      {isOpen && (
        <Popover
          className={styles.popover ?? ''}
          aria-label={t('otherFor', { child })}
          triggerRef={button}
          isOpen
          onOpenChange={setOpen}
          placement="bottom start"
        >
          <Menu
            className={styles.menu ?? ''}
            aria-label={t('otherFor', { child })}
            autoFocus="first"
            onClose={() => setOpen(false)}
            onAction={(key) => {
              const act = acts.find((it) => it === key);
              setOpen(false);
              if (act !== undefined) onAct(act);
            }}
          >
            {acts.map((act) => (
              <MenuItem key={act} id={act} className={styles.item ?? ''}>
                {t(`acts.${act}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      )}
    </>
  );
}
