import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DirectoryResource } from '../../../mappings/domain/concepts.ts';
import type { PartnerDirectoryTold } from '../../../mappings/domain/partner-told.ts';
import { useAsk } from '../../api/use-ask.ts';
import { SelectField } from '../../form/field.tsx';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty } from '../../states/states.tsx';
import { languagesInWords } from '../../texts/languages-in-words.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { PartnerCard } from './partner-card.tsx';
import styles from './partners.module.css';
import { choicesAmong, type PartnerFilter, type PartnerShown, partnersShown, passes } from './partners-shown.ts';

/** Whom the centre works with: how to reach them, the delays agreed with them, whether they have room. */
export function PartnersPage() {
  const { t } = useTranslation('partners');
  const language = useLanguage();
  const directory = useAsk<PartnerDirectoryTold>('/v1/partner-directory');
  const offered = useAsk<{ readonly resources: readonly DirectoryResource[] }>('/v1/resources?limit=1000');
  return (
    <Page title={t('title')}>
      <Answered query={directory}>
        {({ partners }) => (
          <Answered query={offered}>
            {({ resources }) => <Partners partners={partnersShown(partners, resources, language)} />}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

const FILTERS = ['programme', 'language', 'territory'] as const satisfies readonly (keyof PartnerFilter)[];

function Partners({ partners }: { readonly partners: readonly PartnerShown[] }) {
  const { t } = useTranslation('partners');
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const of = (name: keyof PartnerFilter): string => search.get(name) ?? '';
  const filter = { programme: of('programme'), language: of('language'), territory: of('territory') };
  const put = (name: keyof PartnerFilter) => (value: string) =>
    setSearch(
      Object.fromEntries(FILTERS.map((it) => [it, it === name ? value : of(it)]).filter(([, it]) => it !== '')),
      { replace: true },
    );
  const { programmes, languages, territories } = choicesAmong(partners);
  const found = partners.filter(passes(filter));
  return (
    <>
      <fieldset className={styles.filters}>
        <legend className={styles.hidden}>{t('filters')}</legend>
        <SelectField
          id="field-programme"
          label={t('programme')}
          value={filter.programme}
          onChange={put('programme')}
          none={t('all')}
          choices={programmes.map((value) => ({ value, label: isKnown(value) ? t(`programmes.${value}`) : value }))}
        />
        <SelectField
          id="field-language"
          label={t('language')}
          value={filter.language}
          onChange={put('language')}
          none={t('any')}
          choices={languages.map((value) => ({ value, label: languagesInWords([value], language) }))}
        />
        {territories.length > 0 && (
          <SelectField
            id="field-territory"
            label={t('territory')}
            value={filter.territory}
            onChange={put('territory')}
            none={t('all')}
            choices={territories.map((value) => ({ value, label: value }))}
          />
        )}
      </fieldset>
      <p role="status" className={styles.count}>
        {t('count', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <ul className={styles.cards}>
          {found.map((partner) => (
            <PartnerCard key={partner.id} partner={partner} />
          ))}
        </ul>
      )}
    </>
  );
}

const PROGRAMMES = ['clsc', 'sippe', 'agir-tot', 'neglect-programme', 'hospital', 'specialist'] as const;
const isKnown = (programme: string): programme is (typeof PROGRAMMES)[number] =>
  PROGRAMMES.some((it) => it === programme);
