import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { OpenLoopTold } from '../../../mappings/domain/open-loops-told.ts';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty } from '../../states/states.tsx';
import { ActOnLoop } from './acts/act-on-loop.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { LoopAct } from './loop-acts.ts';
import { loopElement } from './loop-card.tsx';
import { filtersFrom, filtersText, type LoopFilters } from './loop-filters.ts';
import { LoopList } from './loop-list.tsx';
import { MatchesToSettle } from './matches-to-settle.tsx';
import { RulesOff } from './rules-off.tsx';
import { useOpenLoops } from './use-open-loops.ts';

interface Chosen {
  readonly loop: OpenLoopTold;
  readonly act: LoopAct;
}

/** What needs a person today, the most urgent first: why, and the next act. */
export function LoopsPage() {
  const { t } = useTranslation('loops');
  const [search, setSearch] = useSearchParams();
  const filters = filtersFrom(search);
  const loops = useOpenLoops(filters);
  const [chosen, choose] = useState<Chosen>();
  // The watch closes a finding at its next round; until then it is said that something was written down.
  const [done, setDone] = useState<ReadonlyMap<string, LoopAct>>(new Map());
  const show = (next: LoopFilters) => setSearch(filtersText(next), { replace: true });
  const act = useCallback((loop: OpenLoopTold, what: LoopAct) => choose({ loop, act: what }), []);
  const close = () => {
    choose(undefined);
    if (chosen !== undefined) focusAgain(loopElement(chosen.loop.id));
  };
  return (
    <Page
      title={t('title')}
      actions={
        <Button onPress={() => void loops.refetch()} isDisabled={loops.isFetching}>
          {t('again')}
        </Button>
      }
    >
      <FilterBar filters={filters} onChange={show} />
      <MatchesToSettle />
      <Answered query={loops}>
        {({ loops: listed, off }) => (
          <>
            <RulesOff off={off} />
            {listed.length === 0 ? (
              <Empty>
                <p>{t(filters.of === 'mine' ? 'emptyMine' : 'empty')}</p>
                {filters.of === 'mine' && (
                  <Button onPress={() => show({ ...filters, of: 'centre' })}>{t('seeCentre')}</Button>
                )}
              </Empty>
            ) : (
              <LoopList
                loops={listed}
                done={done}
                onAct={act}
                more={loops.hasNextPage}
                onMore={() => {
                  if (!loops.isFetchingNextPage) void loops.fetchNextPage();
                }}
              />
            )}
          </>
        )}
      </Answered>
      {chosen !== undefined && (
        <ActOnLoop
          loop={chosen.loop}
          act={chosen.act}
          onDone={() => {
            setDone((before) => new Map(before).set(chosen.loop.id, chosen.act));
            close();
          }}
          onClose={close}
        />
      )}
    </Page>
  );
}

/** What opened the form has the focus again by itself, unless it was a menu that is no more: then its loop has it. */
function focusAgain(element: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById(element)?.focus();
    }),
  );
}
