import { useParams } from 'react-router';
import type { ActionPlan, CareCircle } from '../../../mappings/domain/concepts.ts';
import { useMe } from '../../access/me.ts';
import { useAsk } from '../../api/use-ask.ts';
import { nameInWords } from '../../texts/name-in-words.ts';
import { type Day, localDayOf } from './calendar.ts';

/** The centre’s number of the child in the address, and where the API tells of them. */
export function useChildAsked(): { readonly id: string; readonly path: string } {
  const { child: id = '' } = useParams();
  return { id, path: `/v1/children/${encodeURIComponent(id)}` };
}

export const useCircle = (path: string, wait = false) => useAsk<CareCircle>(`${path}/care-circle`, { wait });
export const usePlan = (path: string, wait = false) => useAsk<ActionPlan>(`${path}/action-plan`, { wait });

/** The day that it is at the centre, and by whose clock. */
export function useToday(): { readonly today: Day; readonly timeZone: string } {
  const { data: me } = useMe();
  const timeZone = me?.centre?.timeZone ?? 'America/Toronto';
  return { today: localDayOf(new Date(), timeZone), timeZone };
}

/** How a child is called: by the given name, else by the whole. */
export const calledBy = ({ name }: CareCircle['child']): string => name.given?.[0] ?? nameInWords(name);
